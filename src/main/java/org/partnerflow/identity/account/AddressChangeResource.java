package org.partnerflow.identity.account;

import java.time.Instant;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

import io.vertx.core.http.HttpServerRequest;

import org.partnerflow.identity.account.AddressChanges.Pending;
import org.partnerflow.identity.proof.Clients;

/** The links by which the owner of a log-in confirms another address. */
@Path("/api/email-changes/{token}")
public class AddressChangeResource {
    @Inject
    AddressChanges changes;

    @Inject
    Clients clients;

    /** A change that waits until the links to both addresses were followed. */
    public record AddressChangeView(String email, boolean presentConfirmed, boolean otherConfirmed, Instant expiresAt) {
        static AddressChangeView from(Pending pending) {
            return new AddressChangeView(
                    pending.email(), pending.presentConfirmed(), pending.otherConfirmed(), pending.expiresAt());
        }
    }

    @GET
    @PermitAll
    public AddressChangeView look(@PathParam("token") String token) {
        return AddressChangeView.from(changes.look(token));
    }

    @POST
    @PermitAll
    public AddressChangeView confirm(@PathParam("token") String token, @Context HttpServerRequest request) {
        return AddressChangeView.from(changes.confirm(token, clients.of(request).address()));
    }
}
