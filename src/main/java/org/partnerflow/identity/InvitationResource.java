package org.partnerflow.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.proof.Clients;

@Path("/api/invitations/{token}")
public class InvitationResource {
    @Inject
    Invitations invitations;

    @Inject
    SessionCookies cookies;

    @Inject
    Clients clients;

    @Inject
    SecurityIdentity identity;

    /**
     * Name and address as the organisation has written them.
     *
     * @param hasLogIn the address has a log-in already: its owner logs in as usual and accepts, and sets no password
     * @param mine who asks is logged in as that owner
     */
    public record InvitationView(String name, String email, String organisationName, boolean hasLogIn, boolean mine) {}

    /** @param password of who is not logged in: their own, or the first one of who has no log-in yet */
    public record Accept(@Size(min = 1, max = 200) @Nullable String password) {}

    /** Shows the invitation; looking changes nothing, so that a mail scanner that follows the link does no harm. */
    @GET
    @PermitAll
    public InvitationView look(@PathParam("token") String token) {
        var invited = invitations.look(token, login());
        return new InvitationView(
                invited.name(), invited.email(), invited.organisationName(), invited.hasLogIn(), invited.mine());
    }

    @POST
    @PermitAll
    public Response accept(@PathParam("token") String token, @NotNull @Valid Accept form, HttpServerRequest request) {
        var accepted = invitations.accept(token, form.password(), login(), clients.of(request));
        var answer = Response.noContent();
        accepted.session().map(cookies::holding).ifPresent(answer::cookie);
        return answer.build();
    }

    private Sessions.@Nullable Login login() {
        return identity.getAttribute(SessionIdentityProvider.LOGIN);
    }
}
