package org.partnerflow.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.SessionService.OwnSession;
import org.partnerflow.identity.proof.Clients;

/** What people change about themselves. */
@Path("/api/profile")
public class ProfileResource {
    @Inject
    SessionService sessions;

    @Inject
    SessionCookies cookies;

    @Inject
    Clients clients;

    @Inject
    SecurityIdentity identity;

    public record ChangePassword(
            @NotBlank @Size(max = 200) String current,
            @NotBlank @Size(max = 200) String password) {}

    /**
     * @param device what the browser or program calls itself
     * @param current the session that asks
     */
    public record OwnSessionView(
            UUID id,
            @Nullable String organisation,
            @Nullable String address,
            @Nullable String device,
            Instant openedAt,
            boolean current) {
        static OwnSessionView from(OwnSession own, UUID current) {
            var session = own.session();
            return new OwnSessionView(
                    session.id,
                    own.organisation(),
                    session.address,
                    session.device,
                    session.createdAt,
                    session.id.equals(current));
        }
    }

    /** Ends all sessions of the user and opens a new one here. */
    @PUT
    @Path("/password")
    @Authenticated
    public Response changePassword(@NotNull @Valid ChangePassword form, HttpServerRequest request) {
        var token = sessions.changePassword(form.current(), form.password(), clients.of(request));
        return Response.noContent().cookie(cookies.holding(token)).build();
    }

    /** Where one is logged in, the newest first. */
    @GET
    @Path("/sessions")
    @Authenticated
    public List<OwnSessionView> sessions() {
        return sessions.mine().stream()
                .map(own -> OwnSessionView.from(own, current()))
                .toList();
    }

    /** Logs out everywhere but here. */
    @DELETE
    @Path("/sessions")
    @Authenticated
    public void endOtherSessions() {
        sessions.endOthers(current());
    }

    @DELETE
    @Path("/sessions/{id}")
    @Authenticated
    public void endSession(@PathParam("id") UUID id) {
        sessions.endMine(id);
    }

    private UUID current() {
        Sessions.Login login = identity.getAttribute(SessionIdentityProvider.LOGIN);
        return login.sessionId();
    }
}
