package org.partnerflow.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.proof.Client;
import org.partnerflow.identity.proof.Secrets;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

/** The log-ins that are in use. Requests look their session up, but see {@link KnownLogins}: so an ended one ends on every node. */
@ApplicationScoped
class Sessions {
    private static final Duration EXTEND_AFTER = Duration.ofMinutes(5);

    private static final String LOGIN = """
            select s.id as session_id, s.expires_at, u.id as user_id, u.email, u.name as user_name,
                o.id as organisation_id, o.name as organisation_name, r.role_name, %s as depth
            from user_session s
            join app_user u on u.id = s.user_id
            join organisation o on o.id = s.organisation_id
            %s
            join membership_role r on r.membership_id = m.id
            where s.token_hash = ? and s.expires_at > ?""";

    /** The user's roles in the organisation itself. */
    private static final String OWN_GRANTS = LOGIN.formatted("0", """
            join membership m on m.user_id = u.id and m.organisation_id = s.organisation_id
                and m.active and m.accepted_at is not null""");

    /** The user's roles in the organisations above, the nearest first. */
    private static final String GRANTS_FROM_ABOVE = """
            with recursive place (organisation_id, depth) as (
                select organisation_id, 0 from user_session where token_hash = ?
                union all
                select o.parent_id, place.depth + 1
                from place join organisation o on o.id = place.organisation_id
                where o.parent_id is not null)
            """ + LOGIN.formatted("place.depth", """
            join place
            join membership m on m.user_id = u.id and m.organisation_id = place.organisation_id
                and m.active and m.accepted_at is not null""") + """
             and place.depth > 0 order by place.depth""";

    @Inject
    EntityManager entities;

    @Inject
    Sql sql;

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

    @Inject
    Event<KnownLogins.Changed> changed;

    /** Who is behind a session token, and where; {@code roles} are those that hold there, never none. */
    record Login(
            UUID sessionId,
            UUID userId,
            String email,
            String name,
            UUID organisationId,
            String organisationName,
            Set<Role> roles) {
        Actor actor(@Nullable String address) {
            var kind = roles.stream().map(Role::kind).min(Enum::compareTo).orElse(Actor.Kind.NOBODY);
            return new Actor(kind, userId, organisationId, name, Permissions.of(roles), address);
        }

        private Login with(Set<Role> held) {
            return new Login(sessionId, userId, email, name, organisationId, organisationName, held);
        }
    }

    /** Opens a session and returns its token. */
    @Transactional
    String open(UUID userId, UUID organisationId, Client client) {
        var token = secrets.randomToken();
        var now = clock.instant();
        entities.persist(new UserSession(
                secrets.hashToken(token), userId, organisationId, client, now, now.plus(config.sessionIdle())));
        entities.flush();
        return token;
    }

    /** Mostly one query. The session lasts longer from now on. */
    @Transactional
    Optional<Login> find(String token) {
        var now = clock.instant();
        var hash = secrets.hashToken(token);
        var grants = sql.query(OWN_GRANTS, Sessions::grant, hash, utc(now));
        if (grants.isEmpty()) {
            grants = sql.query(GRANTS_FROM_ABOVE, Sessions::grant, hash, hash, utc(now));
        }
        if (grants.isEmpty()) {
            return Optional.empty();
        }
        var nearest = grants.getFirst();
        var roles = grants.stream()
                .filter(grant -> grant.depth() == nearest.depth())
                .map(Grant::role)
                .filter(role -> nearest.depth() == 0 || role.kind() == Actor.Kind.STAFF)
                .collect(Collectors.toSet());
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        var until = now.plus(config.sessionIdle());
        if (Duration.between(nearest.expiresAt(), until).compareTo(EXTEND_AFTER) > 0) {
            sql.update(
                    "update user_session set expires_at = ? where id = ?",
                    utc(until),
                    nearest.login().sessionId());
        }
        return Optional.of(nearest.login().with(roles));
    }

    /** A role that the user has in the session's organisation (depth 0) or in one above it. */
    private record Grant(Login login, Instant expiresAt, int depth, Role role) {}

    private static Grant grant(ResultSet row) throws SQLException {
        var login = new Login(
                Objects.requireNonNull(Sql.id(row, "session_id")),
                Objects.requireNonNull(Sql.id(row, "user_id")),
                row.getString("email"),
                row.getString("user_name"),
                Objects.requireNonNull(Sql.id(row, "organisation_id")),
                row.getString("organisation_name"),
                Set.of());
        var expiresAt = row.getObject("expires_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new Grant(login, expiresAt, row.getInt("depth"), Role.valueOf(row.getString("role_name")));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The organisations that a user can work in: where they are a member and, for staff, everything below. */
    @Transactional
    List<Organisation> organisationsOf(UUID userId) {
        var memberships = users.usableMemberships(userId);
        var staff = memberships.stream()
                .filter(m -> m.roles().stream().anyMatch(role -> role.kind() == Actor.Kind.STAFF))
                .map(m -> m.organisationId)
                .collect(Collectors.toSet());
        var all = new java.util.LinkedHashMap<UUID, Organisation>();
        organisations.withDescendants(staff).forEach(o -> all.put(o.id(), o));
        memberships.forEach(m -> all.computeIfAbsent(m.organisationId, organisations::findById));
        return List.copyOf(all.values());
    }

    /** The sessions of a user that go on, the newest first. */
    @Transactional
    List<UserSession> openOf(UUID userId) {
        return entities.createQuery(
                        "from UserSession where userId = :user and expiresAt > :now order by createdAt desc, id",
                        UserSession.class)
                .setParameter("user", userId)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    @Transactional
    void moveTo(UUID sessionId, UUID organisationId) {
        entities.find(UserSession.class, sessionId).organisationId = organisationId;
        changed.fire(new KnownLogins.Changed());
    }

    @Transactional
    void end(UUID sessionId) {
        entities.createQuery("delete from UserSession where id = :id")
                .setParameter("id", sessionId)
                .executeUpdate();
        changed.fire(new KnownLogins.Changed());
    }

    /** Ends all sessions of a user but one. */
    @Transactional
    void endOthers(UUID userId, UUID kept) {
        entities.createQuery("delete from UserSession where userId = :user and id <> :kept")
                .setParameter("user", userId)
                .setParameter("kept", kept)
                .executeUpdate();
        changed.fire(new KnownLogins.Changed());
    }

    /** Ends the sessions of a user in an organisation and in those below, which staff reach from there. */
    @Transactional
    void endIn(UUID userId, UUID organisationId) {
        var below = organisations.withDescendants(Set.of(organisationId)).stream()
                .map(Organisation::id)
                .toList();
        entities.createQuery("delete from UserSession where userId = :user and organisationId in (:below)")
                .setParameter("user", userId)
                .setParameter("below", below)
                .executeUpdate();
        changed.fire(new KnownLogins.Changed());
    }

    @Transactional
    void endAllOf(UUID userId) {
        entities.createQuery("delete from UserSession where userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
        changed.fire(new KnownLogins.Changed());
    }
}
