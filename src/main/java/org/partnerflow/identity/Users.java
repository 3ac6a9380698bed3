package org.partnerflow.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService.Member;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;
import org.partnerflow.shared.Texts;

/** All users of the enterprise, and their memberships. */
@ApplicationScoped
public class Users implements PanacheRepositoryBase<User, UUID> {
    private static final String MEMBERS = """
            select u, m from User u join Membership m on m.userId = u.id and m.organisationId = :organisation
            where 1 = 1""";

    /** What the organisation knows: what it has invited, until the person has accepted. */
    private static final String NAME = "coalesce(m.invitedName, u.name)";

    private static final String ADDRESS = "coalesce(m.invitedEmail, u.email)";

    /** Staff of the organisations above are known by their own names: they work here too. The nearest that is known counts. */
    private static final String NAMES = """
            with recursive above (id) as (
                select parent_id from organisation where id = ? and parent_id is not null
                union all
                select o.parent_id from organisation o join above on o.id = above.id where o.parent_id is not null)
            select u.id, coalesce(m.invited_name,
                case when m.id is null then coalesce(f.name, if(exists (
                    select 1 from membership s join above on above.id = s.organisation_id
                    where s.user_id = u.id and s.accepted_at is not null), u.name, null)) else u.name end) as known_as
            from app_user u
            left join membership m on m.user_id = u.id and m.organisation_id = ?
            left join former_member f on f.user_id = u.id and f.organisation_id = ?
            where u.id in (%s)
            having known_as is not null""";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    public Optional<User> findByEmail(String email) {
        return find("email", EmailAddress.normal(email)).firstResultOptional();
    }

    /** Tells when a person has logged in last; not an edit, so that many can log in as them at once. */
    void loggedIn(User user, Instant at) {
        update("lastLoginAt = ?1 where id = ?2", at, user.id());
    }

    /** Replaces the hash of the same password; not an edit. */
    void replacePassword(User user, String former, String hash) {
        update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", hash, user.id(), former);
    }

    /** Who has this address; a new person, if nobody has: of two who make the same one at once, the second gets the first one's. */
    User ofAddress(String address, String name) {
        return findByEmail(address).orElseGet(() -> {
            sql.update(
                    "insert into app_user (id, email, name, version, created_at) values (?, ?, ?, 0, ?) on duplicate key update id = id",
                    Ids.next(),
                    address,
                    name,
                    LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            return findByEmail(address).orElseThrow();
        });
    }

    /** The membership of a person; a new one, as they are invited, if there is none. As {@link #ofAddress} where two are at once. */
    Membership membershipOf(UUID userId, UUID organisationId, String name, String address) {
        return membership(userId, organisationId).orElseGet(() -> {
            getEntityManager().flush(); // the organisation may be as new
            sql.update("""
                    insert into membership (id, user_id, organisation_id, active, version, invited_name, invited_email)
                    values (?, ?, ?, 1, 0, ?, ?) on duplicate key update id = id""", Ids.next(), userId, organisationId, name, address);
            return membership(userId, organisationId).orElseThrow();
        });
    }

    /** What an organisation calls people: its members, staff of those above it, and who has left it. */
    Map<UUID, String> names(UUID organisationId, Collection<UUID> userIds) {
        var names = new HashMap<UUID, String>();
        if (!userIds.isEmpty()) {
            getEntityManager().flush();
            var ids = Set.copyOf(userIds);
            var values = new ArrayList<@Nullable Object>(List.of(organisationId, organisationId, organisationId));
            values.addAll(ids);
            sql.query(
                    NAMES.formatted(Sql.places(ids.size())),
                    row -> names.put(Objects.requireNonNull(Sql.id(row, "id")), row.getString("known_as")),
                    values.toArray());
        }
        return names;
    }

    Optional<Membership> membership(UUID userId, UUID organisationId) {
        return getEntityManager()
                .createQuery(
                        "from Membership where userId = :user and organisationId = :organisation", Membership.class)
                .setParameter("user", userId)
                .setParameter("organisation", organisationId)
                .getResultStream()
                .findFirst();
    }

    /** Where a person may work. */
    List<Membership> usableMemberships(UUID userId) {
        return getEntityManager()
                .createQuery(
                        "from Membership where userId = :user and active and acceptedAt is not null order by id",
                        Membership.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** Those of the people who are members of an organisation. */
    List<Member> members(UUID organisationId, Collection<UUID> userIds) {
        return userIds.isEmpty()
                ? List.of()
                : found(getEntityManager()
                        .createQuery(MEMBERS + " and u.id in (:users) order by u.id", Object[].class)
                        .setParameter("organisation", organisationId)
                        .setParameter("users", Set.copyOf(userIds)));
    }

    /** Members of an organisation with any of the roles, by name, from after {@code after}. */
    List<Member> members(
            UUID organisationId, Set<Role> roles, @Nullable String text, @Nullable ListKey after, int limit) {
        return found(getEntityManager()
                .createQuery((MEMBERS + """
                         and exists (select 1 from m.roles r where r in (:roles))
                         and (:text is null or %1$s like :text escape '!' or %2$s like :address escape '!')
                         and (:name is null or %1$s > :name or (%1$s = :name and u.id > :id))
                        order by %1$s, u.id""").formatted(NAME, ADDRESS), Object[].class)
                .setParameter("organisation", organisationId)
                .setParameter("roles", roles)
                .setParameter("text", Texts.containing(text))
                .setParameter("address", text == null ? null : Texts.containing(EmailAddress.normal(text)))
                .setParameter("name", after == null ? null : after.text())
                .setParameter("id", after == null ? null : after.id())
                .setMaxResults(limit));
    }

    /** Members of an organisation with any of the roles whose address this is, or whose name is compared as equal to it. */
    List<Member> membersCalled(UUID organisationId, Set<Role> roles, String addressOrName) {
        return found(getEntityManager()
                .createQuery((MEMBERS + """
                         and exists (select 1 from m.roles r where r in (:roles)) and (%1$s = :name or %2$s = :address)
                        order by u.id""").formatted(NAME, ADDRESS), Object[].class)
                .setParameter("organisation", organisationId)
                .setParameter("roles", roles)
                .setParameter("name", NormalForm.of(addressOrName))
                .setParameter("address", EmailAddress.normal(addressOrName)));
    }

    private static List<Member> found(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new Member((User) row[0], (Membership) row[1]))
                .toList();
    }

    /** How many others than this person administrate an organisation. */
    long otherAdmins(UUID organisationId, UUID userId) {
        return getEntityManager()
                .createQuery("""
                        select count(m) from Membership m join m.roles r
                        where m.organisationId = :organisation and m.userId <> :user
                          and m.active and m.acceptedAt is not null and r = ADMIN""", Long.class)
                .setParameter("organisation", organisationId)
                .setParameter("user", userId)
                .getSingleResult();
    }
}
