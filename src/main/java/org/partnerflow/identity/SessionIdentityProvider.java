package org.partnerflow.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Turns a session token into an identity with the permissions of the user's roles in the session's organisation. */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<SessionToken> {
    static final String LOGIN = "login";
    static final String ACTOR = "actor";

    @Inject
    Sessions sessions;

    @Override
    public Class<SessionToken> getRequestType() {
        return SessionToken.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionToken request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(SessionToken request) {
        Optional<Sessions.Login> login = sessions.find(request.token);
        if (login.isEmpty()) {
            return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        }
        var actor = login.get().actor(request.address);
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(login.get().email()))
                .addAttribute(LOGIN, login.get())
                .addAttribute(ACTOR, actor);
        actor.permissions().forEach(identity::addPermissionAsString);
        return identity.build();
    }
}
