package org.partnerflow.identity.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.ResponseStatus;

import org.partnerflow.identity.proof.Clients;

@Path("/api/password-resets")
public class PasswordResetResource {
    @Inject
    PasswordResets resets;

    @Inject
    Clients clients;

    public record ForgottenPassword(
            @NotBlank @Size(max = 254) String email) {}

    /** @param email the address of the log-in */
    public record PasswordResetView(String email) {}

    public record NewPassword(@NotBlank @Size(max = 200) String password) {}

    /** Mails a link, if there is a log-in with this address. The answer is the same if there is none. */
    @POST
    @ResponseStatus(202)
    @PermitAll
    public void ask(@NotNull @Valid ForgottenPassword form, HttpServerRequest request) {
        resets.ask(form.email(), clients.of(request).address());
    }

    /** Whether the link can be used; looking does not use it. */
    @GET
    @Path("/{token}")
    @PermitAll
    public PasswordResetView look(@PathParam("token") String token) {
        return new PasswordResetView(resets.look(token));
    }

    /** Sets the password, once, and ends all sessions. Then one logs in as usual. */
    @POST
    @Path("/{token}")
    @PermitAll
    public void reset(@PathParam("token") String token, @NotNull @Valid NewPassword form, HttpServerRequest request) {
        resets.reset(token, form.password(), clients.of(request).address());
    }
}
