package org.partnerflow.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService.Member;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Role;
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
