package org.partnerflow.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Logs users in and out. */
@ApplicationScoped
class SessionService {
    private static final Logger LOG = Logger.getLogger(SessionService.class);

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
    java.time.Clock clock;

    /** Returns the token of a new session. Wrong email and wrong password are answered alike (403). */
    String logIn(String email, String password, String address) {
        throttle.refuseWhenBlocked(email, address);
        var user = QuarkusTransaction.requiringNew().call(() -> users.findByEmail(email));
        boolean matches =
                secrets.passwordMatches(password, user.map(User::passwordHash).orElse(null));
        if (!matches) {
            throttle.failed(email, address);
            LOG.infof("Refused a log-in from %s", address);
            throw Problems.forbidden("The email address or the password is wrong.");
        }
        throttle.succeeded(email);
        return QuarkusTransaction.requiringNew().call(() -> open(user.get().id(), address));
    }

    /** Opens a session for a user who has proved who they are, where they are a member first, and returns its token. */
    @Transactional
    String open(UUID userId, String address) {
        var first = users.usableMemberships(userId).stream()
                .findFirst()
                .orElseThrow(
                        () -> Problems.forbidden(
                                "You are not an active member of any organisation. Ask who has invited you, or accept the invitation."));
        return open(userId, first.organisationId, address);
    }

    @Transactional
    String open(UUID userId, UUID organisationId, String address) {
        users.loggedIn(users.findById(userId), clock.instant());
        var token = sessions.open(userId, organisationId);
        var login = sessions.find(token).orElseThrow();
        actors.as(login.actor(address), () -> audit.record("session.opened", "user", userId, Map.of()));
        return token;
    }

    /** Changes the password of who is logged in, and returns the token of a new session; all others of the user end. */
    String changePassword(String current, String password, String address) {
        var user = QuarkusTransaction.requiringNew()
                .call(() -> users.findById(actors.current().user()));
        throttle.refuseWhenBlocked(user.email(), address);
        Secrets.checkLength("password", password);
        if (!secrets.passwordMatches(current, user.passwordHash())) {
            throttle.failed(user.email(), address);
            throw Problems.invalid("current", "Expected your current password.");
        }
        throttle.succeeded(user.email());
        return QuarkusTransaction.requiringNew().call(() -> {
            users.findById(user.id()).setPassword(secrets.hashPassword(password));
            sessions.endAllOf(user.id());
            audit.record("user.password-set", "user", user.id(), Map.of());
            return open(user.id(), actors.current().organisation(), address);
        });
    }

    List<Organisation> organisations() {
        return sessions.organisationsOf(actors.current().user());
    }

    @Transactional
    void switchTo(UUID sessionId, UUID organisationId) {
        boolean mine = organisations().stream().anyMatch(o -> o.id().equals(organisationId));
        if (!mine) {
            throw Problems.notFound("Organisation");
        }
        sessions.moveTo(sessionId, organisationId);
        audit.record("session.switched", "organisation", organisationId, Map.of());
    }

    @Transactional
    void end(UUID sessionId) {
        sessions.end(sessionId);
        Actor actor = actors.current();
        audit.record("session.ended", "user", actor.user(), Map.of());
    }
}
