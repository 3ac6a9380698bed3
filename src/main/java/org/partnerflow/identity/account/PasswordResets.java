package org.partnerflow.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.partnerflow.identity.IdentityConfig;
import org.partnerflow.identity.LogIns;
import org.partnerflow.identity.User;
import org.partnerflow.identity.account.AccountLink.Purpose;
import org.partnerflow.identity.proof.LoginThrottle;
import org.partnerflow.mail.Mails;

/** Lets who has forgotten the password set another one, by a link to the address of their log-in. */
@ApplicationScoped
class PasswordResets {
    private static final Set<Purpose> RESET = Set.of(Purpose.PASSWORD_RESET);
    /** So that nobody fills the mailbox of somebody else. */
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(PasswordResets.class);

    @Inject
    LogIns logIns;

    @Inject
    AccountLinks links;

    @Inject
    LoginThrottle throttle;

    @Inject
    Mails mails;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    @Inject
    Event<Asked> asked;

    record Asked(String email) {}

    /** The answer is the same, and as fast, whether there is such a log-in or not: the looking comes after it. */
    void ask(String email, String address) {
        throttle.ask(email, address);
        asked.fireAsync(new Asked(email)).exceptionally(failure -> {
            LOG.warn("Could not queue the mail for a forgotten password", failure);
            return null;
        });
    }

    @Transactional
    void mail(@ObservesAsync Asked event) {
        logIns.find(event.email()).filter(this::isNotTooSoon).ifPresent(user -> {
            links.revoke(user.id(), RESET);
            mails.sendWithSecretLink(
                    "password-reset",
                    user.id(),
                    user.email(),
                    "Set a new password",
                    Map.of(
                            "name",
                            user.name(),
                            "minutes",
                            config.passwordResetValid().toMinutes()),
                    links.issue(user.id(), Purpose.PASSWORD_RESET, null, config.passwordResetValid()));
        });
    }

    private boolean isNotTooSoon(User user) {
        var then = clock.instant().minus(BETWEEN_MAILS);
        return links.of(user.id(), RESET).stream()
                .noneMatch(link -> link.usedAt == null && link.issuedAt.isAfter(then));
    }

    /** The address of the log-in that the link is for; looking changes nothing. */
    @Transactional
    String look(String token) {
        return owner(token).email();
    }

    /**
     * Sets the password, once; all sessions end, and nobody has to wait for wrong passwords any more. The password is hashed before the
     * transaction begins, and forgiven after it: nobody holds a connection to the database meanwhile.
     */
    void reset(String token, String password, String address) {
        var user = QuarkusTransaction.requiringNew().call(() -> owner(token));
        var hash = logIns.hash(user, user.name(), "password", password);
        QuarkusTransaction.requiringNew().run(() -> {
            var link = links.require(token, RESET);
            logIns.setPassword(link.userId, hash, address);
            link.usedAt = clock.instant();
            links.revoke(link.userId, RESET);
        });
        throttle.forgive(user.email());
    }

    private User owner(String token) {
        return logIns.require(links.look(token, RESET).userId);
    }
}
