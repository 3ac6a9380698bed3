package org.partnerflow.identity;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import org.partnerflow.identity.proof.Clients;

/** Authenticates by the session cookie. A cookie that says nothing any more is the same as none. */
@ApplicationScoped
class SessionCookieMechanism implements HttpAuthenticationMechanism {
    static final String COOKIE = "partnerflow_session";

    @Inject
    Clients clients;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var cookie = context.request().getCookie(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        var request = new SessionToken(
                cookie.getValue(), clients.of(context.request()).address());
        return providers
                .authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context))
                .onItem()
                .transform(identity -> identity.isAnonymous() ? null : identity);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, null, null));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionToken.class);
    }

    static Optional<String> token(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(COOKIE)).map(c -> c.getValue());
    }
}
