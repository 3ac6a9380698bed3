package org.partnerflow.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Role;

/** The log-ins that are in use. Every request looks its session up, so that an ended one ends at once on every node. */
@ApplicationScoped
class Sessions {
    private static final Duration EXTEND_AFTER = Duration.ofMinutes(5);

    @Inject
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Organisations organisations;

    @Inject
    Secrets secrets;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    /** Who is behind a session token, and where. */
    record Login(UUID sessionId, User user, Organisation organisation, Set<Role> roles) {
        Actor actor(@Nullable String address) {
            var kind = roles.stream().map(Role::kind).min(Enum::compareTo).orElse(Actor.Kind.NOBODY);
            return new Actor(kind, user.id(), organisation.id(), user.name(), Permissions.of(roles), address);
        }
    }

    /** Opens a session in the user's first organisation and returns its token; empty when the user belongs to none. */
    @Transactional
    Optional<String> open(User user) {
        return users.memberships(user.id()).stream().findFirst().map(membership -> {
            var token = secrets.randomToken();
            var now = clock.instant();
            entities.persist(new UserSession(
                    secrets.hashToken(token),
                    user.id(),
                    membership.organisationId,
                    now,
                    now.plus(config.sessionIdle())));
            return token;
        });
    }

    @Transactional
    Optional<Login> find(String token) {
        var now = clock.instant();
        return entities.createQuery("from UserSession where tokenHash = :hash and expiresAt > :now", UserSession.class)
                .setParameter("hash", secrets.hashToken(token))
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .flatMap(session -> {
                    if (Duration.between(now, session.expiresAt)
                                    .compareTo(config.sessionIdle().minus(EXTEND_AFTER))
                            < 0) {
                        session.expiresAt = now.plus(config.sessionIdle());
                    }
                    return login(session);
                });
    }

    private Optional<Login> login(UserSession session) {
        var user = users.findById(session.userId);
        var roles = rolesIn(session.organisationId, session.userId);
        return user.active() && !roles.isEmpty()
                ? Optional.of(new Login(session.id, user, organisations.findById(session.organisationId), roles))
                : Optional.empty();
    }

    /** The roles of a user in an organisation: its own, or for staff those in the nearest organisation above it. */
    private Set<Role> rolesIn(UUID organisationId, UUID userId) {
        var own = users.membership(userId, organisationId);
        if (own.isPresent()) {
            return EnumSet.copyOf(own.get().roles);
        }
        var parent = organisations.findById(organisationId).parentId();
        return parent == null
                ? Set.of()
                : rolesIn(parent, userId).stream()
                        .filter(role -> role.kind() == Actor.Kind.STAFF)
                        .collect(Collectors.toSet());
    }

    /** The organisations that a user can work in: where they are a member and, for staff, everything below. */
    @Transactional
    List<Organisation> organisationsOf(UUID userId) {
        var memberships = users.memberships(userId);
        var staff = memberships.stream()
                .filter(m -> m.roles.stream().anyMatch(role -> role.kind() == Actor.Kind.STAFF))
                .map(m -> m.organisationId)
                .collect(Collectors.toSet());
        var all = new java.util.LinkedHashMap<UUID, Organisation>();
        organisations.withDescendants(staff).forEach(o -> all.put(o.id(), o));
        memberships.forEach(m -> all.computeIfAbsent(m.organisationId, organisations::findById));
        return List.copyOf(all.values());
    }

    @Transactional
    void moveTo(UUID sessionId, UUID organisationId) {
        entities.find(UserSession.class, sessionId).organisationId = organisationId;
    }

    @Transactional
    void end(UUID sessionId) {
        entities.createQuery("delete from UserSession where id = :id")
                .setParameter("id", sessionId)
                .executeUpdate();
    }

    @Transactional
    void endAllOf(UUID userId) {
        entities.createQuery("delete from UserSession where userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }
}
