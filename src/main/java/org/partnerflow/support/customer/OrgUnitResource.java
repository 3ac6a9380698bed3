package org.partnerflow.support.customer;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;
import org.partnerflow.support.PartnerAssociations;
import org.partnerflow.support.PartnerAssociations.AssociatedAccount;

@Path("/api/org-units")
public class OrgUnitResource {
    @Inject
    OrgUnitService units;

    @Inject
    PartnerAssociations partners;

    public record OrgUnitView(
            UUID id, String name, @Nullable AssociatedAccount partnerAccount, int version) {
        static OrgUnitView from(OrgUnit unit, Map<UUID, AssociatedAccount> accounts) {
            return new OrgUnitView(unit.id(), unit.name(), accounts.get(unit.partnerAccountId()), unit.version());
        }
    }

    public record NewOrgUnit(
            @NotBlank @Size(max = 200) String name,
            @Nullable UUID partnerAccountId) {
        OrgUnit.Facts facts() {
            return new OrgUnit.Facts(name, partnerAccountId);
        }
    }

    public record OrgUnitChange(
            @NotBlank @Size(max = 200) String name,
            @Nullable UUID partnerAccountId,
            @NotNull Integer version) {
        OrgUnit.Facts facts() {
            return new OrgUnit.Facts(name, partnerAccountId);
        }
    }

    @GET
    @PermissionsAllowed(Permissions.CUSTOMER_VIEW)
    public Page<OrgUnitView> list(
            @QueryParam("q") @Size(max = 200) @Nullable String text, @BeanParam PageRequest page) {
        var found = units.list(text, ListKey.parse(page.after()), page.limit());
        var accounts = partners.accounts(found.items().stream().map(OrgUnit::partnerAccountId));
        return found.map(unit -> OrgUnitView.from(unit, accounts));
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.CUSTOMER_EDIT)
    public OrgUnitView create(@NotNull @Valid NewOrgUnit form) {
        return view(units.create(form.facts()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.CUSTOMER_VIEW)
    public OrgUnitView read(@PathParam("id") UUID id) {
        return view(units.read(id));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.CUSTOMER_EDIT)
    public OrgUnitView change(@PathParam("id") UUID id, @NotNull @Valid OrgUnitChange form) {
        return view(units.change(id, form.facts(), form.version()));
    }

    private OrgUnitView view(OrgUnit unit) {
        return OrgUnitView.from(unit, partners.accounts(Stream.of(unit).map(OrgUnit::partnerAccountId)));
    }
}
