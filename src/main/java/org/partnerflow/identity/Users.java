package org.partnerflow.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Role;

/** All users of the enterprise, and their memberships. */
@ApplicationScoped
public class Users implements PanacheRepositoryBase<User, UUID> {

    public Optional<User> findByEmail(String email) {
        return find("email", email.toLowerCase(Locale.ROOT)).firstResultOptional();
    }

    /** Tells when an active user has logged in last (403 for a disabled one); not an edit, so that many can log in as them at once. */
    void loggedIn(User user, Instant at) {
        if (update("lastLoginAt = ?1 where id = ?2 and active", at, user.id()) == 0) {
            throw Problems.forbidden("Expected an active user, but %s is disabled.".formatted(user.name()));
        }
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

    List<Membership> memberships(UUID userId) {
        return getEntityManager()
                .createQuery("from Membership where userId = :user order by id", Membership.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** Members of an organisation with any of the roles, by name. */
    public List<User> members(UUID organisationId, Set<Role> roles, @Nullable String nameContains, int limit) {
        return getEntityManager()
                .createQuery("""
                        select distinct u from User u, Membership m join m.roles r
                        where m.userId = u.id and m.organisationId = :organisation and r in (:roles)
                          and (:text is null or u.name like :text or u.email like :text)
                        order by u.name, u.id""", User.class)
                .setParameter("organisation", organisationId)
                .setParameter("roles", roles)
                .setParameter("text", nameContains == null ? null : "%" + nameContains + "%")
                .setMaxResults(limit)
                .getResultList();
    }
}
