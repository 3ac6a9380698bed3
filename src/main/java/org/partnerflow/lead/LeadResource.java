package org.partnerflow.lead;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.Decision;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Problems;

/** Leads: taking them in, and what staff and partner users do with them. */
@Path("/api/leads")
public class LeadResource {
    @Inject
    LeadService service;

    @Inject
    LeadAssignments assignments;

    @Inject
    LeadAnswers answers;

    @Inject
    LeadViews views;

    /**
     * To whom: exactly one of the two.
     *
     * @param note what is written to the partner user; needed for one who declined the lead
     */
    public record LeadAssignee(
            @Nullable UUID partnerUserId,
            @Nullable UUID queueId,
            @Size(max = 1000) @Nullable String note) {}

    /** @param contact with what was missing for a deal; left out, the lead is taken as it is */
    public record LeadAcceptance(LeadForm.@Valid @Nullable LeadContactForm contact) {
        static LeadForm.@Nullable LeadContactForm contactOf(@Nullable LeadAcceptance form) {
            return form == null ? null : form.contact();
        }
    }

    public record LeadRefusal(@NotBlank @Size(max = 1000) String reason) {}

    @POST
    @PermissionsAllowed(Permissions.LEAD_CREATE)
    @APIResponseSchema(
            value = LeadViews.LeadView.class,
            responseCode = "201",
            responseDescription = "The lead, also (as 200) when it was sent before")
    public Response receive(@NotNull @Valid LeadForm form) {
        var received = service.receive(form.details(), form.externalId());
        return Response.status(received.created() ? 201 : 200)
                .entity(views.of(received.lead()))
                .build();
    }

    /** Leads that the caller sees, the newest first. */
    @GET
    @PermissionsAllowed(Permissions.LEAD_VIEW)
    public Page<LeadViews.LeadView> list(@Valid @BeanParam LeadFilter filter, @BeanParam PageRequest page) {
        return views.of(service.list(filter, page.afterId(), page.limit()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.LEAD_VIEW)
    public LeadViews.LeadView read(@PathParam("id") UUID id) {
        return views.of(service.read(id));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.LEAD_EDIT)
    public LeadViews.LeadView edit(@PathParam("id") UUID id, @NotNull @Valid LeadForm form) {
        if (form.version() == null) {
            throw Problems.invalid("version", "Expected the version of the lead that you opened.");
        }
        return views.of(service.edit(id, form.version(), form.details()));
    }

    @GET
    @Path("/{id}/offers")
    @PermissionsAllowed(Permissions.LEAD_VIEW)
    public List<LeadViews.LeadOfferView> offers(@PathParam("id") UUID id) {
        return views.ofOffers(service.offers(id));
    }

    /** The lead becomes a deal. Where it lacks something that a deal needs, the answer (400) names the fields. */
    @POST
    @Path("/{id}/accept")
    @PermissionsAllowed(Permissions.LEAD_TAKE)
    public LeadViews.LeadView accept(@PathParam("id") UUID id, @Nullable @Valid LeadAcceptance form) {
        return views.of(answers.accept(id, LeadAcceptance.contactOf(form)));
    }

    /** Afterwards the lead is decided anew, and the caller does not see it any more. */
    @POST
    @Path("/{id}/decline")
    @PermissionsAllowed(Permissions.LEAD_TAKE)
    public void decline(@PathParam("id") UUID id, @NotNull @Valid LeadRefusal form) {
        answers.decline(id, form.reason());
    }

    @POST
    @Path("/{id}/take")
    @PermissionsAllowed(Permissions.LEAD_TAKE)
    public LeadViews.LeadView take(@PathParam("id") UUID id, @Nullable @Valid LeadAcceptance form) {
        return views.of(answers.take(id, LeadAcceptance.contactOf(form)));
    }

    /** Assigns by hand; an offer that is open is withdrawn. */
    @POST
    @Path("/{id}/assignment")
    @PermissionsAllowed(Permissions.LEAD_ASSIGN)
    public LeadViews.LeadView assign(@PathParam("id") UUID id, @NotNull @Valid LeadAssignee form) {
        if (form.partnerUserId() != null && form.queueId() == null) {
            return views.of(assignments.assignToPartnerUser(id, form.partnerUserId(), form.note()));
        }
        if (form.queueId() != null && form.partnerUserId() == null) {
            return views.of(assignments.assignToQueue(id, form.queueId()));
        }
        throw Problems.invalid("partnerUserId", "Expected either a partner user or a queue.");
    }

    /** Everybody who could be offered the lead, and everybody who could not, with the reasons. */
    @GET
    @Path("/{id}/candidates")
    @PermissionsAllowed(Permissions.LEAD_EXPLAIN)
    public List<LeadViews.LeadCandidateView> candidates(@PathParam("id") UUID id) {
        return views.ofCandidates(assignments.candidates(id));
    }

    /** What the rules decided, the newest decision first: version, row, and a sentence for each candidate. */
    @GET
    @Path("/{id}/decisions")
    @PermissionsAllowed(Permissions.LEAD_EXPLAIN)
    public List<Decision> decisions(@PathParam("id") UUID id) {
        return assignments.decisions(id);
    }

    /** Lets the rules decide again about a lead that nobody has accepted. */
    @POST
    @Path("/{id}/decisions")
    @PermissionsAllowed(Permissions.LEAD_ASSIGN)
    public LeadViews.LeadView decide(@PathParam("id") UUID id) {
        return views.of(assignments.assignByRules(id));
    }
}
