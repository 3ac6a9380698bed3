package org.partnerflow.identity;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.mail.SecretLinks;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Single-use links by which invited users set their password. A new invitation makes the former ones useless. */
@ApplicationScoped
public class Invitations implements SecretLinks {

    @Inject
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Organisations organisations;

    @Inject
    Sessions sessions;

    @Inject
    SessionService sessionService;

    @Inject
    Secrets secrets;

    @Inject
    IdentityConfig config;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    @Inject
    Event<InvitationAccepted> accepted;

    /** Somebody set the password of their invitation; observed in the same transaction. */
    public record InvitationAccepted(UUID userId, UUID organisationId) {}

    /** What the invited person sees before they accept. */
    record Invited(String name, String email, String organisationName) {}

    /** Invites a user into the current organisation and returns the id to mail as a secret link. */
    @Transactional
    public UUID invite(UUID userId) {
        revoke(userId);
        var invitation = new Invitation(
                userId, actors.current().organisation(), clock.instant().plus(config.invitationValid()));
        invitation.tokenHash = secrets.hashToken(secrets.linkToken(invitation.id));
        entities.persist(invitation);
        audit.record("invitation.issued", "user", userId, Map.of("expiresAt", invitation.expiresAt.toString()));
        return invitation.id;
    }

    /** Makes every open invitation of a user to the current organisation useless. */
    @Transactional
    public void revoke(UUID userId) {
        entities.createQuery("""
                        update Invitation set revokedAt = :now
                        where userId = :user and organisationId = :organisation and usedAt is null and revokedAt is null""")
                .setParameter("now", clock.instant())
                .setParameter("user", userId)
                .setParameter("organisation", actors.current().organisation())
                .executeUpdate();
    }

    @Override
    public String path(UUID invitationId) {
        return "/invitation/" + secrets.linkToken(invitationId);
    }

    @Transactional
    Invited look(String token) {
        var invitation = usable(token);
        var user = users.findById(invitation.userId);
        return new Invited(
                user.name(),
                user.email(),
                organisations.findById(invitation.organisationId).name());
    }

    /** Sets the password, logs the user in and returns the token of the session. Works once. */
    @Transactional
    String accept(String token, String password, String address) {
        Secrets.checkLength("password", password);
        var invitation = usable(token);
        invitation.usedAt = clock.instant();
        var user = users.findById(invitation.userId);
        user.setPassword(secrets.hashPassword(password));
        sessions.endAllOf(user.id());
        var invited = Actor.system(invitation.organisationId, user.name());
        actors.as(invited, () -> {
            audit.record("invitation.accepted", "user", user.id(), Map.of());
            accepted.fire(new InvitationAccepted(user.id(), invitation.organisationId));
        });
        return sessionService.open(user.id(), address);
    }

    private Invitation usable(String token) {
        Optional<Invitation> found = entities.createQuery("from Invitation where tokenHash = :hash", Invitation.class)
                .setParameter("hash", secrets.hashToken(token))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        return found.filter(invitation -> invitation.usableAt(clock.instant()))
                .orElseThrow(
                        () -> Problems.gone(
                                "This link was used already, was replaced by a newer one, or has expired. Ask for a new invitation."));
    }
}
