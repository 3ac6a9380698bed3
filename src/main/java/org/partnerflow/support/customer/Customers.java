package org.partnerflow.support.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.FormerMember;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

@ApplicationScoped
class Customers implements PanacheRepositoryBase<Customer, UUID> {
    private static final String LINES = """
            select new org.partnerflow.support.customer.CustomerLine(c, u, m, f, o)
            from Customer c join OrgUnit o on o.id = c.orgUnitId
            left join Membership m on m.userId = c.userId and m.organisationId = c.organisationId
            left join User u on u.id = m.userId
            left join FormerMember f on f.userId = c.userId and f.organisationId = c.organisationId
            """;

    /** As {@link CustomerLine#name}. */
    private static final String NAME = "coalesce(m.invitedName, u.name, f.name, '" + FormerMember.UNKNOWN + "')";

    /** For a change: whoever comes second waits, and then sees what the first has stored. */
    Customer locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Problems.notFound("Customer"));
    }

    /** By name, from after {@code after}. */
    List<CustomerLine> page(@Nullable String text, @Nullable UUID unitId, @Nullable ListKey after, int limit) {
        return getEntityManager()
                .createQuery(LINES + """
                                where (:text is null or %1$s like :text escape '!'
                                    or coalesce(m.invitedEmail, u.email, f.email) like :address escape '!')
                                  and (:unit is null or c.orgUnitId = :unit)
                                  and (:name is null or %1$s > :name or (%1$s = :name and c.id > :id))
                                order by %1$s, c.id""".formatted(NAME), CustomerLine.class)
                .setParameter("text", Texts.containing(text))
                .setParameter("address", text == null ? null : Texts.containing(EmailAddress.normal(text)))
                .setParameter("unit", unitId)
                .setParameter("name", after == null ? null : after.text())
                .setParameter("id", after == null ? null : after.id())
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<CustomerLine> line(UUID id) {
        return getEntityManager()
                .createQuery(LINES + "where c.id = :id", CustomerLine.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** As {@link #ofUser}, for a change. */
    Optional<Customer> lockedOfUser(UUID userId) {
        return find("userId", userId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Customer> ofUser(UUID userId) {
        return find("userId", userId).firstResultOptional();
    }
}
