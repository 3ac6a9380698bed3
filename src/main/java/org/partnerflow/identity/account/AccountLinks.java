package org.partnerflow.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.Invitations;
import org.partnerflow.identity.account.AccountLink.Purpose;
import org.partnerflow.identity.proof.Secrets;
import org.partnerflow.mail.SecretLinks;
import org.partnerflow.shared.Problems;

/** Issues, finds and ends the links by which people change their own log-ins, and knows the path of every mailed link. */
@ApplicationScoped
class AccountLinks implements SecretLinks {
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    EntityManager entities;

    @Inject
    Invitations invitations;

    @Inject
    Secrets secrets;

    @Inject
    Clock clock;

    @Override
    @Transactional
    public String path(UUID id) {
        return Optional.ofNullable(entities.find(AccountLink.class, id))
                .map(link -> "/%s/%s".formatted(link.purpose.page, secrets.linkToken(id)))
                .orElseGet(() -> invitations.path(id));
    }

    UUID issue(UUID userId, Purpose purpose, @Nullable String email, Duration valid) {
        var link = new AccountLink(userId, purpose, email, clock.instant(), valid);
        link.tokenHash = secrets.hashToken(secrets.linkToken(link.id));
        entities.persist(link);
        return link.id;
    }

    /** As {@link #require}, without keeping anybody else from using it. */
    AccountLink look(String token, Set<Purpose> purposes) {
        return usable(token, purposes, LockModeType.NONE);
    }

    /** Locked until the transaction ends, so that it is used once; 404 when it cannot be used. */
    AccountLink require(String token, Set<Purpose> purposes) {
        return usable(token, purposes, LockModeType.PESSIMISTIC_WRITE);
    }

    private AccountLink usable(String token, Set<Purpose> purposes, LockModeType lock) {
        return entities.createQuery("from AccountLink where tokenHash = :hash", AccountLink.class)
                .setParameter("hash", secrets.hashToken(token))
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .filter(link -> purposes.contains(link.purpose) && link.usableAt(clock.instant()))
                .orElseThrow(() -> Problems.gone(
                        "This link was used already, was replaced by a newer one, or has expired. Ask for a new one."));
    }

    /** Those that are not revoked and not too old, used or not; the newest first. */
    List<AccountLink> of(UUID userId, Set<Purpose> purposes) {
        return entities.createQuery("""
                        from AccountLink
                        where userId = :user and purpose in (:purposes) and revokedAt is null and expiresAt > :now
                        order by issuedAt desc""", AccountLink.class)
                .setParameter("user", userId)
                .setParameter("purposes", purposes)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    void revoke(UUID userId, Set<Purpose> purposes) {
        entities.createQuery("""
                        update AccountLink set revokedAt = :now
                        where userId = :user and purpose in (:purposes) and revokedAt is null""")
                .setParameter("now", clock.instant())
                .setParameter("user", userId)
                .setParameter("purposes", purposes)
                .executeUpdate();
    }

    /** Links are of no use once they have expired. */
    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void forget() {
        entities.createQuery("delete from AccountLink where expiresAt < :then")
                .setParameter("then", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
