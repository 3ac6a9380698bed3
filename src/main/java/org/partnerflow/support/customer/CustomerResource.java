package org.partnerflow.support.customer;

import java.util.Collection;
import java.util.List;
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

@Path("/api/customers")
public class CustomerResource {
    @Inject
    CustomerService customers;

    @Inject
    PartnerAssociations partners;

    public record CustomerUnit(UUID id, String name) {}

    /**
     * @param removed from the organisation; an invitation brings them back
     * @param partnerAccount the customer's own association
     * @param unitPartnerAccount the association through the org unit, which counts after the customer's own
     */
    public record CustomerView(
            UUID id,
            String name,
            String email,
            boolean active,
            boolean accepted,
            boolean removed,
            CustomerUnit orgUnit,
            @Nullable AssociatedAccount partnerAccount,
            @Nullable AssociatedAccount unitPartnerAccount,
            int version) {
        static CustomerView from(CustomerLine line, Map<UUID, AssociatedAccount> accounts) {
            var customer = line.customer();
            return new CustomerView(
                    customer.id(),
                    line.name(),
                    line.email(),
                    line.active(),
                    line.accepted(),
                    customer.hasLeft(),
                    new CustomerUnit(line.unit().id(), line.unit().name()),
                    accounts.get(customer.partnerAccountId()),
                    accounts.get(line.unit().partnerAccountId()),
                    customer.version());
        }
    }

    public record NewCustomer(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 254) String email,
            @NotNull UUID orgUnitId,
            @Nullable UUID partnerAccountId) {
        Customer.Facts facts() {
            return new Customer.Facts(orgUnitId, partnerAccountId);
        }
    }

    public record CustomerChange(
            @NotNull UUID orgUnitId,
            @Nullable UUID partnerAccountId,
            @NotNull Integer version) {
        Customer.Facts facts() {
            return new Customer.Facts(orgUnitId, partnerAccountId);
        }
    }

    @GET
    @PermissionsAllowed(Permissions.CUSTOMER_VIEW)
    public Page<CustomerView> list(
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @QueryParam("orgUnitId") @Nullable UUID unitId,
            @BeanParam PageRequest page) {
        var found = customers.list(text, unitId, ListKey.parse(page.after()), page.limit());
        var accounts = accounts(found.items());
        return found.map(line -> CustomerView.from(line, accounts));
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.CUSTOMER_EDIT)
    public CustomerView create(@NotNull @Valid NewCustomer form) {
        return view(customers.invite(form.email(), form.name(), form.facts()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.CUSTOMER_VIEW)
    public CustomerView read(@PathParam("id") UUID id) {
        return view(customers.read(id));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.CUSTOMER_EDIT)
    public CustomerView change(@PathParam("id") UUID id, @NotNull @Valid CustomerChange form) {
        return view(customers.change(id, form.facts(), form.version()));
    }

    /** Mails another link to who has not accepted yet, or was removed; the former link is useless from now on. */
    @POST
    @Path("/{id}/invitation")
    @ResponseStatus(202)
    @PermissionsAllowed(Permissions.CUSTOMER_EDIT)
    public CustomerView inviteAgain(@PathParam("id") UUID id) {
        return view(customers.inviteAgain(id));
    }

    private CustomerView view(CustomerLine line) {
        return CustomerView.from(line, accounts(List.of(line)));
    }

    private Map<UUID, AssociatedAccount> accounts(Collection<CustomerLine> lines) {
        return partners.accounts(Stream.concat(
                lines.stream().map(line -> line.customer().partnerAccountId()),
                lines.stream().map(line -> line.unit().partnerAccountId())));
    }
}
