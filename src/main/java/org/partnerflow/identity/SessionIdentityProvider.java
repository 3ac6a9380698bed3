package org.partnerflow.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Turns a session token into an identity with the permissions of the user's roles in the session's organisation. */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<SessionToken> {
    static final String LOGIN = "login";
    static final String ACTOR = "actor";

    @Inject
    Sessions sessions;

    @Inject
    KnownLogins known;

    @Override
    public Class<SessionToken> getRequestType() {
        return SessionToken.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionToken request, AuthenticationRequestContext context) {
        return known.find(request.token)
                .map(login -> Uni.createFrom().item(identity(login, request.address)))
                .orElseGet(() -> context.runBlocking(() -> lookUp(request)));
    }

    private SecurityIdentity lookUp(SessionToken request) {
        return known.keep(request.token, () -> sessions.find(request.token))
                .map(login -> identity(login, request.address))
                .orElseGet(() ->
                        QuarkusSecurityIdentity.builder().setAnonymous(true).build());
    }

    private static SecurityIdentity identity(Sessions.Login login, @Nullable String address) {
        var actor = login.actor(address);
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(login.email()))
                .addAttribute(LOGIN, login)
                .addAttribute(ACTOR, actor);
        actor.permissions().forEach(identity::addPermissionAsString);
        return identity.build();
    }
}
