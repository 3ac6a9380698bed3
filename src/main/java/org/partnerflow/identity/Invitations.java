package org.partnerflow.identity;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.Sessions.Login;
import org.partnerflow.identity.proof.Client;
import org.partnerflow.identity.proof.Secrets;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/**
 * Single-use links by which people become members. Who has no log-in yet sets a password; who has one logs in as usual and accepts, so
 * that whoever holds the link alone gets into nobody's log-in. A new invitation makes the former ones useless.
 */
@ApplicationScoped
public class Invitations {

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
    LogIns logIns;

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

    /** Somebody accepted their invitation; observed in the same transaction. */
    public record InvitationAccepted(UUID userId, UUID organisationId) {}

    /**
     * What the invited person sees before they accept: name and address as the organisation has written them, never whose log-in it is.
     *
     * @param hasLogIn there is a log-in already, whose owner has to accept
     * @param mine who looks is that owner
     */
    record Invited(String name, String email, String organisationName, boolean hasLogIn, boolean mine) {}

    /** Where to after accepting: a new session of who has set a password; none for who was logged in already. */
    record Accepted(Optional<String> session) {}

    /** Invites a member of the current organisation, who is active, and returns the id to mail as a secret link. */
    @Transactional
    public UUID invite(UUID userId) {
        var organisation = actors.current().organisation();
        var membership = users.membership(userId, organisation).orElseThrow(() -> Problems.notFound("User"));
        membership.expectActive(new UserService.Member(users.findById(userId), membership).name());
        revoke(userId);
        var invitation = new Invitation(userId, organisation, clock.instant().plus(config.invitationValid()));
        invitation.tokenHash = secrets.hashToken(secrets.linkToken(invitation.id));
        entities.persist(invitation);
        audit.record(AuditAction.INVITATION_ISSUED, userId, Map.of("expiresAt", invitation.expiresAt.toString()));
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

    /** The path of the link to mail. */
    public String path(UUID invitationId) {
        return "/invitation/" + secrets.linkToken(invitationId);
    }

    /** @param login who looks, if they are logged in */
    @Transactional
    Invited look(String token, @Nullable Login login) {
        var found = usable(token, LockModeType.NONE);
        return new Invited(
                found.member().name(),
                found.member().email(),
                organisations.findById(found.invitation().organisationId).name(),
                found.member().user().hasLogIn(),
                isOf(login, found));
    }

    /**
     * Makes the person a member. Works once. Who it is, is proved before the transaction begins: nobody holds a connection to the
     * database while a password is hashed.
     *
     * @param password of who is not logged in: their own, or the first one of who has no log-in yet
     * @param login who accepts, if they are logged in
     */
    Accepted accept(String token, @Nullable String password, @Nullable Login login, Client client) {
        var seen = QuarkusTransaction.requiringNew().call(() -> usable(token, LockModeType.NONE));
        var firstPassword = prove(seen, password, login, client);
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = usable(token, LockModeType.PESSIMISTIC_WRITE);
            if (firstPassword != null) {
                setFirstPassword(found, firstPassword);
            }
            return join(found, login, client);
        });
    }

    /** Returns the hash of the first password of who has no log-in yet; null for the owner of one. */
    private @Nullable String prove(Found found, @Nullable String password, @Nullable Login login, Client client) {
        if (!found.member().user().hasLogIn()) {
            if (password == null) {
                throw Problems.invalid("password", "Expected a password.");
            }
            return logIns.hash(found.member().user(), found.member().name(), "password", password);
        }
        if (!isOf(login, found)) {
            expectOwner(found, password, login, client);
        }
        return null;
    }

    private Accepted join(Found found, @Nullable Login login, Client client) {
        var user = found.member().user();
        var organisation = found.invitation().organisationId;
        found.member().membership().accept(clock.instant());
        found.invitation().usedAt = clock.instant();
        entities.flush();
        actors.as(Actor.system(organisation, user.name()), () -> {
            audit.record(AuditAction.INVITATION_ACCEPTED, user.id(), Map.of());
            accepted.fire(new InvitationAccepted(user.id(), organisation));
        });
        if (isOf(login, found)) {
            sessions.moveTo(Objects.requireNonNull(login).sessionId(), organisation);
            return new Accepted(Optional.empty());
        }
        return new Accepted(Optional.of(sessionService.open(user.id(), organisation, client)));
    }

    /** Whoever has accepted elsewhere in the meantime has a password by now, which stays. */
    private void setFirstPassword(Found found, String hash) {
        var user = found.member().user();
        entities.refresh(user, LockModeType.PESSIMISTIC_WRITE);
        if (user.hasLogIn()) {
            throw hasLogIn(found.member().email());
        }
        user.rename(found.member().name());
        user.setPassword(hash);
        sessions.endAllOf(user.id());
    }

    /** Whoever knows the password of the log-in is its owner; the link alone proves nothing. */
    private void expectOwner(Found found, @Nullable String password, @Nullable Login login, Client client) {
        if (password == null && login != null) {
            throw Problems.forbidden(
                    "This invitation is for another person than the one who is logged in. Log out, then log in as the one who was invited.");
        }
        var email = found.member().email();
        if (password == null) {
            throw hasLogIn(email);
        }
        if (!logIns.knowsPassword(found.member().user(), password, client.address())) {
            throw Problems.forbidden(
                    "%s has a log-in already, and this is not its password. Log in as usual to accept the invitation."
                            .formatted(email));
        }
    }

    private static HttpProblem hasLogIn(String email) {
        return Problems.forbidden(
                "%s has a log-in already. Log in as usual, then accept the invitation.".formatted(email));
    }

    private static boolean isOf(@Nullable Login login, Found found) {
        return login != null && login.userId().equals(found.invitation().userId);
    }

    private record Found(Invitation invitation, UserService.Member member) {}

    private Found usable(String token, LockModeType lock) {
        return entities.createQuery("from Invitation where tokenHash = :hash", Invitation.class)
                .setParameter("hash", secrets.hashToken(token))
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .filter(invitation -> invitation.usableAt(clock.instant()))
                .flatMap(invitation -> users.membership(invitation.userId, invitation.organisationId)
                        .filter(Membership::active)
                        .map(membership -> new Found(
                                invitation, new UserService.Member(users.findById(invitation.userId), membership))))
                .orElseThrow(
                        () -> Problems.gone(
                                "This link was used already, was replaced by a newer one, or has expired. Ask for a new invitation."));
    }
}
