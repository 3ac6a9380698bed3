package org.partnerflow.identity;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import org.jspecify.annotations.Nullable;

/** Asks to authenticate by the token of the session cookie. */
class SessionToken extends BaseAuthenticationRequest {
    final String token;
    final @Nullable String address;

    SessionToken(String token, @Nullable String address) {
        this.token = token;
        this.address = address;
    }
}
