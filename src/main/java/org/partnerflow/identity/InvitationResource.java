package org.partnerflow.identity;

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
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpServerRequest;

@Path("/api/invitations/{token}")
public class InvitationResource {
    @Inject
    Invitations invitations;

    @Inject
    SessionCookies cookies;

    public record InvitationView(String name, String email, String organisationName) {}

    public record Accept(@NotBlank @Size(max = 200) String password) {}

    /** Shows the invitation; looking changes nothing, so that a mail scanner that follows the link does no harm. */
    @GET
    @PermitAll
    public InvitationView look(@PathParam("token") String token) {
        var invited = invitations.look(token);
        return new InvitationView(invited.name(), invited.email(), invited.organisationName());
    }

    @POST
    @PermitAll
    public Response accept(@PathParam("token") String token, @NotNull @Valid Accept form, HttpServerRequest request) {
        var session = invitations.accept(
                token, form.password(), request.remoteAddress().hostAddress());
        return Response.noContent().cookie(cookies.holding(session)).build();
    }
}
