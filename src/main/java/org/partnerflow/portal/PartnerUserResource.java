package org.partnerflow.portal;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.ActivityLine;
import org.partnerflow.identity.work.Leaving;
import org.partnerflow.portal.PartnerUserView.Named;
import org.partnerflow.shared.CsvDownload;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/partner-users")
public class PartnerUserResource {
    @Inject
    PartnerUserService partners;

    @Inject
    PartnerUserReader reader;

    @Inject
    PartnerUserCheck check;

    @Inject
    PartnerUsers door;

    /** @param allocatedTo members of staff; with nobody, the invitation waits */
    public record Enable(
            @NotNull UUID contactId,
            @NotNull @Size(max = 50) List<@NotNull UUID> allocatedTo) {}

    public record Allocation(
            @NotNull Integer version,
            @NotNull @Size(max = 50) List<@NotNull UUID> userIds) {}

    /**
     * @param obstacles why the contact cannot be enabled; empty when it can
     * @param allocateTo the owner of the account, where they can own deals: without an allocation no invitation goes out
     */
    public record PreviewView(
            UUID contactId,
            String name,
            @Nullable String title,
            @Nullable String email,
            @Nullable String phone,
            Named account,
            List<String> obstacles,
            boolean mailPartnerAdded,
            List<Named> allocateTo) {
        static PreviewView from(PartnerUserCheck.Preview preview) {
            var contact = preview.contact();
            return new PreviewView(
                    contact.id(),
                    contact.name(),
                    contact.title(),
                    contact.email(),
                    contact.phone(),
                    new Named(preview.account().id(), preview.account().name()),
                    preview.obstacles(),
                    preview.mailPartnerAdded(),
                    preview.allocateTo().stream()
                            .map(person -> new Named(person.id(), person.name()))
                            .toList());
        }
    }

    /** @param reason why this person cannot be given a lead; null when they can */
    public record EligibilityView(
            UUID userId,
            String name,
            String accountName,
            boolean eligible,
            @Nullable String reason) {
        static EligibilityView from(PartnerUsers.Eligibility found) {
            var partner = found.partner();
            return new EligibilityView(
                    partner.userId(),
                    partner.name(),
                    partner.accountName(),
                    found.eligible(),
                    found.reason().orElse(null));
        }
    }

    /** Which partner users to list; without a state all but the removed ones. */
    public static class PartnerUserQuery {
        @QueryParam("q")
        @Size(max = 200)
        @Nullable
        public String text;

        @QueryParam("state")
        @Nullable
        public PartnerUserState state;

        @QueryParam("accountId")
        @Nullable
        public UUID accountId;

        PartnerUserRecords.Filter filter() {
            return new PartnerUserRecords.Filter(text, state, accountId);
        }
    }

    @GET
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public Page<PartnerUserView> list(@BeanParam @Valid PartnerUserQuery query, @BeanParam PageRequest page) {
        return reader.list(query.filter(), ListKey.parse(page.after()), page.limit());
    }

    @GET
    @Path("/export")
    @Produces("text/csv")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public Response export(@BeanParam @Valid PartnerUserQuery query) {
        return CsvDownload.of(
                "partner-users.csv",
                PartnerUserReader.COLUMNS,
                after -> reader.lines(query.filter(), ListKey.parse(after)));
    }

    /** Makes a contact a partner user. The invitation is mailed once the partner user is allocated and the mail is on. */
    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.PARTNER_ENABLE)
    public PartnerUserView enable(@NotNull @Valid Enable form) {
        return reader.read(partners.enable(form.contactId(), form.allocatedTo()));
    }

    /** What to check before a contact is enabled. */
    @GET
    @Path("/preview")
    @PermissionsAllowed(Permissions.PARTNER_ENABLE)
    public PreviewView preview(@QueryParam("contactId") @NotNull UUID contactId) {
        return PreviewView.from(check.preview(contactId));
    }

    /** Who can be given a lead, and for everybody else why not. */
    @GET
    @Path("/eligibility")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public List<EligibilityView> eligibility() {
        return door.eligibility().stream().map(EligibilityView::from).toList();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public PartnerUserView read(@PathParam("id") UUID id) {
        return reader.read(id);
    }

    /**
     * Takes the partner user out of the portal; sessions end at once, and what they had goes to others.
     *
     * @param handOver another partner user of the account who gets their open deals
     */
    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(Permissions.PARTNER_ENABLE)
    public void remove(@PathParam("id") UUID id, @QueryParam("handOver") @Nullable UUID handOver) {
        partners.remove(id, handOver);
    }

    /** What the partner user would leave behind if they were removed. */
    @GET
    @Path("/{id}/work")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public Leaving.Preview work(@PathParam("id") UUID id) {
        return partners.work(id);
    }

    @PUT
    @Path("/{id}/allocation")
    @PermissionsAllowed(Permissions.PARTNER_ENABLE)
    public PartnerUserView allocate(@PathParam("id") UUID id, @NotNull @Valid Allocation form) {
        partners.allocate(id, form.version(), form.userIds());
        return reader.read(id);
    }

    /** Sends another invitation; the link of the former one is useless from now on. */
    @POST
    @Path("/{id}/invitation")
    @ResponseStatus(202)
    @PermissionsAllowed(Permissions.PARTNER_ENABLE)
    public PartnerUserView inviteAgain(@PathParam("id") UUID id) {
        partners.inviteAgain(id);
        return reader.read(id);
    }

    @GET
    @Path("/{id}/activity")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public Page<ActivityLine> activity(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return reader.activity(id, page.afterId(), page.limit()).map(ActivityLine::from);
    }
}
