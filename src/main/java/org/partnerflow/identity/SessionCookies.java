package org.partnerflow.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;

/** The cookie that carries the session token: out of reach of scripts and of other sites. */
@ApplicationScoped
class SessionCookies {
    @Inject
    IdentityConfig config;

    NewCookie holding(String token) {
        return cookie(token, NewCookie.DEFAULT_MAX_AGE);
    }

    NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(SessionCookieMechanism.COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(config.secureCookie())
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(maxAge)
                .build();
    }
}
