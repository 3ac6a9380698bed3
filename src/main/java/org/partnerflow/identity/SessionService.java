package org.partnerflow.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.proof.Client;
import org.partnerflow.identity.proof.LoginThrottle;
import org.partnerflow.identity.proof.PasswordRules;
import org.partnerflow.identity.proof.Secrets;
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
    LogIns logIns;

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
    String logIn(String email, String password, Client client) {
        throttle.begin(email, client.address());
        var user = QuarkusTransaction.requiringNew().call(() -> users.findByEmail(email));
        var hash = user.map(User::passwordHash).orElse(null);
        if (!secrets.passwordMatches(password, hash)) {
            throttle.failed(email, client.address());
            LOG.infof("Refused a log-in from %s", client.address());
            throw Problems.forbidden("The email address or the password is wrong.");
        }
        throttle.succeeded(email, client.address());
        var renewed = renewed(Objects.requireNonNull(hash), password);
        return QuarkusTransaction.requiringNew().call(() -> {
            renewed.ifPresent(newer -> users.replacePassword(user.get(), hash, newer));
            return open(user.get().id(), client);
        });
    }

    /** In place of a hash of an older kind, now that the password is known. */
    private Optional<String> renewed(String hash, String password) {
        return secrets.isOutdated(hash) ? Optional.of(secrets.hashPassword(password)) : Optional.empty();
    }

    /** Opens a session for a user who has proved who they are, where they are a member first, and returns its token. */
    @Transactional
    String open(UUID userId, Client client) {
        var first = users.usableMemberships(userId).stream()
                .findFirst()
                .orElseThrow(
                        () -> Problems.forbidden(
                                "You are not an active member of any organisation. Ask who has invited you, or accept the invitation."));
        return open(userId, first.organisationId, client);
    }

    @Transactional
    String open(UUID userId, UUID organisationId, Client client) {
        users.loggedIn(users.findById(userId), clock.instant());
        var token = sessions.open(userId, organisationId, client);
        var login = sessions.find(token).orElseThrow();
        actors.as(login.actor(client.address()), () -> audit.record(AuditAction.SESSION_OPENED, userId, Map.of()));
        return token;
    }

    /** Changes the password of who is logged in, and returns the token of a new session; all others of the user end. */
    String changePassword(String current, String password, Client client) {
        var user = QuarkusTransaction.requiringNew()
                .call(() -> users.findById(actors.current().user()));
        PasswordRules.check("password", password, user.name(), user.email());
        logIns.expectPassword(user, "current", current, client.address());
        var hash = logIns.hash(user, user.name(), "password", password);
        return QuarkusTransaction.requiringNew().call(() -> {
            logIns.setPassword(user.id(), hash, client.address());
            return open(user.id(), actors.current().organisation(), client);
        });
    }

    /** Where the one who is logged in is logged in, the newest first. */
    @Transactional
    List<OwnSession> mine() {
        var open = sessions.openOf(actors.current().user());
        var names = new HashMap<UUID, String>();
        organisations().forEach(organisation -> names.put(organisation.id(), organisation.name()));
        return open.stream()
                .map(session -> new OwnSession(session, names.get(session.organisationId)))
                .toList();
    }

    record OwnSession(UserSession session, @Nullable String organisation) {}

    /** Ends another session of one's own. */
    @Transactional
    void endMine(UUID sessionId) {
        var user = actors.current().user();
        if (sessions.openOf(user).stream().noneMatch(session -> session.id.equals(sessionId))) {
            throw Problems.notFound("Session");
        }
        sessions.end(sessionId);
        audit.record(AuditAction.SESSION_ENDED, user, Map.of("session", sessionId));
    }

    /** Ends all sessions of one's own but this one. */
    @Transactional
    void endOthers(UUID sessionId) {
        sessions.endOthers(actors.current().user(), sessionId);
        audit.record(AuditAction.SESSION_OTHERS_ENDED, actors.current().user(), Map.of());
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
        audit.record(AuditAction.SESSION_SWITCHED, organisationId, Map.of());
    }

    @Transactional
    void end(UUID sessionId) {
        sessions.end(sessionId);
        Actor actor = actors.current();
        audit.record(AuditAction.SESSION_ENDED, actor.user(), Map.of());
    }
}
