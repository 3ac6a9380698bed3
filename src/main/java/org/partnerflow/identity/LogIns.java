package org.partnerflow.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.proof.LoginThrottle;
import org.partnerflow.identity.proof.PasswordRules;
import org.partnerflow.identity.proof.Secrets;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** The log-ins of people, as their owners change them: nobody else does. */
@ApplicationScoped
public class LogIns {
    @Inject
    Users users;

    @Inject
    Sessions sessions;

    @Inject
    Secrets secrets;

    @Inject
    LoginThrottle throttle;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Event<KnownLogins.Changed> changed;

    /** Who can log in with this address. */
    @Transactional
    public Optional<User> find(String email) {
        return users.findByEmail(email).filter(User::hasLogIn);
    }

    @Transactional
    public User require(UUID userId) {
        return users.findById(userId);
    }

    /** Whether a person has this address, with a log-in or invited. */
    @Transactional
    public boolean isTaken(String email) {
        return users.findByEmail(email).isPresent();
    }

    /** Of two changes of one log-in at once, one comes first. */
    @Transactional
    public void lock(UUID userId) {
        users.findById(userId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The hash of a password that the owner of a log-in has chosen. Takes long: to be asked outside of a transaction. */
    public String hash(User user, String name, String field, String password) {
        PasswordRules.check(field, password, name, user.email());
        return secrets.hashPassword(password);
    }

    /** Sets a password that its owner has chosen, by its hash, and ends all of their sessions. */
    @Transactional
    public void setPassword(UUID userId, String hash, String address) {
        var user = users.findById(userId);
        user.setPassword(hash);
        sessions.endAllOf(userId);
        record(user, address, AuditAction.USER_PASSWORD_SET, Map.of());
    }

    /** Refuses who does not know the password; it counts as a try. */
    public void expectPassword(User user, String field, String password, String address) {
        if (!knowsPassword(user, password, address)) {
            throw Problems.invalid(field, "Expected your current password.");
        }
    }

    /** Whether it is the password of the log-in; it counts as a try. */
    boolean knowsPassword(User user, String password, String address) {
        throttle.begin(user.email(), address);
        boolean matches = secrets.passwordMatches(password, user.passwordHash());
        if (matches) {
            throttle.succeeded(user.email(), address);
        } else {
            throttle.failed(user.email(), address);
        }
        return matches;
    }

    /** Gives a log-in the address that its owner has confirmed at both ends; 409 when another person has it by now. */
    @Transactional
    public void moveTo(UUID userId, String email, String address) {
        var user = users.findById(userId);
        if (users.findByEmail(email).isPresent()) {
            throw Problems.conflict("%s is the address of another log-in by now.".formatted(email));
        }
        var before = user.email();
        user.moveTo(email);
        changed.fire(new KnownLogins.Changed());
        record(
                user,
                address,
                AuditAction.USER_EMAIL_CHANGED,
                Map.of("email", Map.of("before", before, "after", email)));
    }

    /** Writes it into the audit trail of each organisation in which the person works. */
    private void record(User user, String address, AuditAction action, Map<String, ?> details) {
        for (var membership : users.usableMemberships(user.id())) {
            var kind = membership.kind().orElse(Actor.Kind.NOBODY);
            var owner = new Actor(kind, user.id(), membership.organisationId, user.name(), Set.of(), address);
            actors.as(owner, () -> audit.record(action, user.id(), details));
        }
    }
}
