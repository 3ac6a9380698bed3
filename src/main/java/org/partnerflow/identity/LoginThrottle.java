package org.partnerflow.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.partnerflow.shared.Problems;

/**
 * Slows down whoever tries passwords: after some failures an account, known or not, and an address have to wait, each time twice as
 * long. Kept in the database, so that it holds on every node.
 */
@ApplicationScoped
class LoginThrottle {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    IdentityConfig config;

    @Transactional(TxType.REQUIRES_NEW)
    void refuseWhenBlocked(String email, String address) {
        var now = clock.instant();
        for (byte[] subject : new byte[][] {account(email), address(address)}) {
            var until = entities.createNativeQuery(
                            "select blocked_until from login_throttle where subject = :subject and blocked_until > :now",
                            Instant.class)
                    .setParameter("subject", subject)
                    .setParameter("now", now)
                    .getResultStream()
                    .findFirst();
            if (until.isPresent()) {
                long seconds =
                        Math.max(1, Duration.between(now, (Instant) until.get()).toSeconds());
                throw Problems.tooMany(
                        "Too many wrong passwords. Try again in %d seconds.".formatted(seconds), seconds);
            }
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void failed(String email, String address) {
        count(account(email), config.attemptsPerAccount());
        count(address(address), config.attemptsPerAddress());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void succeeded(String email) {
        entities.createNativeQuery("delete from login_throttle where subject = :subject")
                .setParameter("subject", account(email))
                .executeUpdate();
    }

    private void count(byte[] subject, int allowed) {
        var now = clock.instant();
        entities.createNativeQuery("""
                        insert into login_throttle (subject, failures, last_failure) values (:subject, 1, :now)
                        on duplicate key update
                            failures = if(last_failure < :forgotten, 1, failures + 1), last_failure = :now""")
                .setParameter("subject", subject)
                .setParameter("now", now)
                .setParameter("forgotten", now.minus(FORGOTTEN_AFTER))
                .executeUpdate();
        int failures = ((Number)
                        entities.createNativeQuery("select failures from login_throttle where subject = :subject")
                                .setParameter("subject", subject)
                                .getSingleResult())
                .intValue();
        if (failures >= allowed) {
            entities.createNativeQuery("update login_throttle set blocked_until = :until where subject = :subject")
                    .setParameter("until", now.plus(wait(failures - allowed)))
                    .setParameter("subject", subject)
                    .executeUpdate();
        }
    }

    private static Duration wait(int excess) {
        var wait = Duration.ofSeconds(1L << Math.min(excess, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static byte[] account(String email) {
        return digest("account:" + email.toLowerCase(Locale.ROOT));
    }

    private static byte[] address(String address) {
        return digest("address:" + address);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
