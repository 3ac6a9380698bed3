package org.partnerflow.identity;

import java.net.URI;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** What happens to every request before a resource sees it. */
class RequestFilters {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Inject
    Actors actors;

    @Inject
    SecurityIdentity identity;

    /** Refuses changes that another web site makes a browser send: by fetch metadata, or by the origin in old browsers. */
    @ServerRequestFilter(preMatching = true)
    public void refuseCrossSite(ContainerRequestContext request, HttpServerRequest http) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return;
        }
        var site = request.getHeaderString("Sec-Fetch-Site");
        var origin = request.getHeaderString("Origin");
        boolean foreign = site != null ? !OWN_SITES.contains(site) : origin != null && !isOwn(origin, http);
        if (foreign) {
            throw Problems.forbidden("Expected a request from this site, but it came from another one.");
        }
    }

    private static boolean isOwn(String origin, HttpServerRequest http) {
        try {
            var uri = URI.create(origin);
            var own = http.authority();
            return own != null && own.host().equals(uri.getHost()) && own.port() == uri.getPort();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ServerRequestFilter
    public void enter(ContainerRequestContext request) {
        @Nullable Actor actor = identity.getAttribute(SessionIdentityProvider.ACTOR);
        if (actor != null) {
            actors.enter(actor);
        }
    }
}
