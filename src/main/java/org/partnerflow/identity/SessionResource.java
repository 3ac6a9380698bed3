package org.partnerflow.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;

import org.partnerflow.identity.proof.Clients;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Role;

@Path("/api/session")
public class SessionResource {
    @Inject
    SessionService sessions;

    @Inject
    SecurityIdentity identity;

    @Inject
    SessionCookies cookies;

    @Inject
    Clients clients;

    public record LogIn(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String password) {}

    public record SwitchOrganisation(@NotNull UUID organisationId) {}

    public record Named(UUID id, String name) {
        static Named from(Organisation organisation) {
            return new Named(organisation.id(), organisation.name());
        }
    }

    public record Person(UUID id, String name, String email) {}

    /** Who is logged in, where, and what they may do. */
    public record SessionView(
            Person user,
            Actor.Kind kind,
            Named organisation,
            List<Named> organisations,
            Set<Role> roles,
            Collection<String> permissions) {}

    @POST
    @PermitAll
    public Response logIn(@NotNull @Valid LogIn form, HttpServerRequest request) {
        var token = sessions.logIn(form.email(), form.password(), clients.of(request));
        return Response.noContent().cookie(cookies.holding(token)).build();
    }

    @GET
    @Authenticated
    public SessionView current() {
        var login = login();
        var actor = login.actor(null);
        return new SessionView(
                new Person(login.userId(), login.name(), login.email()),
                actor.kind(),
                new Named(login.organisationId(), login.organisationName()),
                sessions.organisations().stream().map(Named::from).toList(),
                login.roles(),
                actor.permissions());
    }

    @PUT
    @Path("/organisation")
    @Authenticated
    public void switchOrganisation(@NotNull @Valid SwitchOrganisation form) {
        sessions.switchTo(login().sessionId(), form.organisationId());
    }

    @DELETE
    @Authenticated
    public Response logOut() {
        sessions.end(login().sessionId());
        NewCookie cleared = cookies.cleared();
        return Response.noContent().cookie(cleared).build();
    }

    private Sessions.Login login() {
        return identity.getAttribute(SessionIdentityProvider.LOGIN);
    }
}
