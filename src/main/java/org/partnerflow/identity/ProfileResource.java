package org.partnerflow.identity;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;

/** What people change about themselves. */
@Path("/api/profile")
public class ProfileResource {
    @Inject
    SessionService sessions;

    @Inject
    SessionCookies cookies;

    public record ChangePassword(
            @NotBlank @Size(max = 200) String current,
            @NotBlank @Size(max = 200) String password) {}

    /** Ends all sessions of the user and opens a new one here. */
    @PUT
    @Path("/password")
    @Authenticated
    public Response changePassword(@NotNull @Valid ChangePassword form, HttpServerRequest request) {
        var token = sessions.changePassword(
                form.current(), form.password(), request.remoteAddress().hostAddress());
        return Response.noContent().cookie(cookies.holding(token)).build();
    }
}
