package org.partnerflow.identity.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.IdentityConfig;
import org.partnerflow.identity.LogIns;
import org.partnerflow.identity.User;
import org.partnerflow.identity.account.AccountLink.Purpose;
import org.partnerflow.mail.Mails;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.Problems;

/** Gives a log-in another address, once its owner has followed a link at the present one and another at the new one. */
@ApplicationScoped
class AddressChanges {
    private static final Set<Purpose> BOTH = Set.of(Purpose.PRESENT_ADDRESS, Purpose.OTHER_ADDRESS);

    @Inject
    LogIns logIns;

    @Inject
    AccountLinks links;

    @Inject
    Mails mails;

    @Inject
    IdentityConfig config;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** A change that waits for one or both links to be followed. */
    record Pending(String email, boolean presentConfirmed, boolean otherConfirmed, Instant expiresAt) {
        static Pending of(List<AccountLink> links) {
            return new Pending(
                    Objects.requireNonNull(links.getFirst().email),
                    isConfirmed(links, Purpose.PRESENT_ADDRESS),
                    isConfirmed(links, Purpose.OTHER_ADDRESS),
                    links.getFirst().expiresAt);
        }

        private static boolean isConfirmed(List<AccountLink> links, Purpose purpose) {
            return links.stream().anyMatch(link -> link.purpose == purpose && link.usedAt != null);
        }

        boolean complete() {
            return presentConfirmed && otherConfirmed;
        }
    }

    @Transactional
    Optional<Pending> mine() {
        return pending(actors.current().user());
    }

    /** Mails both links. Who has the new address already is told so there, and nowhere else. */
    void begin(String email, String password, String address) {
        var wanted = EmailAddress.checked("email", email);
        var user = QuarkusTransaction.requiringNew()
                .call(() -> logIns.require(actors.current().user()));
        if (user.email().equals(wanted)) {
            throw Problems.invalid("email", "Expected another address than the present one.");
        }
        logIns.expectPassword(user, "password", password, address);
        QuarkusTransaction.requiringNew().run(() -> begin(user, wanted));
    }

    private void begin(User user, String wanted) {
        links.revoke(user.id(), BOTH);
        var present = links.issue(user.id(), Purpose.PRESENT_ADDRESS, wanted, config.addressChangeValid());
        var other = links.issue(user.id(), Purpose.OTHER_ADDRESS, wanted, config.addressChangeValid());
        var data = Map.<String, Object>of(
                "name",
                user.name(),
                "email",
                wanted,
                "hours",
                config.addressChangeValid().toHours());
        mails.sendWithSecretLink(
                "email-change-present",
                user.id(),
                user.email(),
                "Confirm the new address of your log-in",
                data,
                present);
        if (logIns.isTaken(wanted)) {
            mails.send("email-change-taken", user.id(), wanted, "This address has a log-in already", data);
        } else {
            mails.sendWithSecretLink(
                    "email-change-other", user.id(), wanted, "Confirm the address of your log-in", data, other);
        }
        audit.record(AuditAction.USER_EMAIL_CHANGE_ASKED, user.id(), Map.of("email", wanted));
    }

    @Transactional
    void cancel() {
        var user = actors.current().user();
        links.revoke(user, BOTH);
        audit.record(AuditAction.USER_EMAIL_CHANGE_CANCELLED, user, Map.of());
    }

    /** What a link is about; looking changes nothing. */
    @Transactional
    Pending look(String token) {
        return pending(links.look(token, BOTH).userId).orElseThrow(() -> Problems.notFound("Change of address"));
    }

    /** Confirms one end; with the other end confirmed before, the log-in has the new address from now on. */
    @Transactional
    Pending confirm(String token, String address) {
        var link = links.require(token, BOTH);
        logIns.lock(link.userId);
        link.usedAt = clock.instant();
        var pending = pending(link.userId).orElseThrow(() -> Problems.notFound("Change of address"));
        if (pending.complete()) {
            logIns.moveTo(link.userId, pending.email(), address);
            links.revoke(link.userId, Set.of(Purpose.values()));
        }
        return pending;
    }

    private Optional<Pending> pending(UUID userId) {
        return Optional.of(links.of(userId, BOTH))
                .filter(found -> !found.isEmpty())
                .map(Pending::of);
    }
}
