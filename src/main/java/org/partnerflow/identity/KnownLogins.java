package org.partnerflow.identity;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.partnerflow.identity.Sessions.Login;
import org.partnerflow.identity.proof.Secrets;

/**
 * The log-ins that were looked up a moment ago, so that a page that asks for ten things costs one query. A change on this node counts at
 * once, one on another node after {@link #KEPT}.
 */
@ApplicationScoped
class KnownLogins {
    static final Duration KEPT = Duration.ofMillis(500);
    private static final int MOST = 10_000;

    @Inject
    Secrets secrets;

    private final Cache<String, Login> logins =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    private final AtomicLong changes = new AtomicLong();

    /** Fired in a transaction that changes a session, a user or what a user may do. */
    record Changed() {}

    Optional<Login> find(String token) {
        return Optional.ofNullable(logins.getIfPresent(key(token)));
    }

    /** Keeps what is looked up, unless something changes meanwhile: then it may be what was before. */
    Optional<Login> keep(String token, Supplier<Optional<Login>> lookUp) {
        long before = changes.get();
        var found = lookUp.get();
        found.ifPresent(login -> logins.put(key(token), login));
        if (changes.get() != before) {
            logins.invalidate(key(token));
        }
        return found;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        changes.incrementAndGet();
        logins.invalidateAll();
    }

    private String key(String token) {
        return HexFormat.of().formatHex(secrets.hashToken(token));
    }
}
