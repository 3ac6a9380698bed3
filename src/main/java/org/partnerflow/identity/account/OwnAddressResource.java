package org.partnerflow.identity.account;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.account.AddressChangeResource.AddressChangeView;
import org.partnerflow.identity.proof.Clients;

/** The address that people log in with, as they change it themselves. */
@Path("/api/profile/email-change")
public class OwnAddressResource {
    @Inject
    AddressChanges changes;

    @Inject
    Clients clients;

    /** @param password the present one */
    public record ChangeAddress(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String password) {}

    /** @param pending null when no change waits */
    public record OwnAddressChange(@Nullable AddressChangeView pending) {}

    @GET
    @Authenticated
    public OwnAddressChange mine() {
        return new OwnAddressChange(changes.mine().map(AddressChangeView::from).orElse(null));
    }

    /** Mails a link to the present address and another one to the new one. The log-in changes when both were followed. */
    @PUT
    @Authenticated
    public OwnAddressChange begin(@NotNull @Valid ChangeAddress form, HttpServerRequest request) {
        changes.begin(form.email(), form.password(), clients.of(request).address());
        return mine();
    }

    @DELETE
    @Authenticated
    public void cancel() {
        changes.cancel();
    }

    /** Looking does not confirm. */
}
