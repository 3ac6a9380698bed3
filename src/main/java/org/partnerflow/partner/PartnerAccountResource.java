package org.partnerflow.partner;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import org.partnerflow.search.Duplicate;
import org.partnerflow.shared.CsvDownload;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/partner-accounts")
public class PartnerAccountResource {
    @Inject
    PartnerAccountService accounts;

    @Inject
    AccountReader reader;

    /** @param seenDuplicates accounts of which the person says that they are other companies */
    public record NewAccount(
            @NotNull @Valid AccountForm account,
            @Size(max = 50) @Nullable Set<UUID> seenDuplicates) {}

    /** @param seenDuplicates accounts of which the person says that they are other companies */
    public record AccountChange(
            @NotNull Integer version,
            @NotNull @Valid AccountForm account,
            @Size(max = 50) @Nullable Set<UUID> seenDuplicates) {}

    /**
     * @param warnings of the naming rule
     * @param duplicates accounts that may be the same company
     */
    public record HintsView(List<String> warnings, List<Duplicate> duplicates) {}

    /** Which accounts to list; what is left out does not matter. */
    public static class AccountQuery {
        @QueryParam("q")
        @Size(max = 200)
        @Nullable
        public String text;

        @QueryParam("statusId")
        @Nullable
        public UUID statusId;

        @QueryParam("typeId")
        @Nullable
        public UUID typeId;

        @QueryParam("ownerUserId")
        @Nullable
        public UUID ownerUserId;

        @QueryParam("partner")
        @Nullable
        public Boolean partner;

        Accounts.Filter filter() {
            return new Accounts.Filter(text, statusId, typeId, ownerUserId, partner);
        }
    }

    /** Accounts by name. */
    @GET
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public Page<AccountView> list(@BeanParam @Valid AccountQuery query, @BeanParam PageRequest page) {
        return reader.list(query.filter(), ListKey.parse(page.after()), page.limit());
    }

    /** The same accounts as a file for spreadsheets, which can be imported again. */
    @GET
    @Path("/export")
    @Produces("text/csv")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public Response export(@BeanParam @Valid AccountQuery query) {
        return CsvDownload.of(
                "partner-accounts.csv",
                AccountReader.COLUMNS,
                after -> reader.lines(query.filter(), ListKey.parse(after)));
    }

    /** Makes an account. Likely duplicates that are not in {@code seenDuplicates} are answered with 409 and their list. */
    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.PARTNER_EDIT)
    public AccountView create(@NotNull @Valid NewAccount form) {
        return reader.read(accounts.create(form.account(), orNone(form.seenDuplicates())));
    }

    /** What to know before an account is made: warnings of the naming rule, and likely duplicates. Stores nothing. */
    @POST
    @Path("/hints")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public HintsView hints(@NotNull @Valid AccountForm form) {
        var hints = reader.hints(form);
        return new HintsView(hints.warnings(), hints.duplicates());
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public AccountView read(@PathParam("id") UUID id) {
        return reader.read(id);
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.PARTNER_EDIT)
    public AccountView change(@PathParam("id") UUID id, @NotNull @Valid AccountChange form) {
        accounts.change(id, form.version(), form.account(), orNone(form.seenDuplicates()));
        return reader.read(id);
    }

    @POST
    @Path("/{id}/enable-as-partner")
    @PermissionsAllowed(Permissions.PARTNER_ENABLE)
    public AccountView enableAsPartner(@PathParam("id") UUID id) {
        accounts.enableAsPartner(id);
        return reader.read(id);
    }

    /** What happened to the account and its contacts, newest first. */
    @GET
    @Path("/{id}/activity")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public Page<ActivityLine> activity(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return reader.activity(id, page.afterId(), page.limit()).map(ActivityLine::from);
    }

    private static Set<UUID> orNone(@Nullable Set<UUID> seen) {
        return seen == null ? Set.of() : seen;
    }
}
