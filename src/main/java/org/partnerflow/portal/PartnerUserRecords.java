package org.partnerflow.portal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** The partner users of the organisation, the removed ones included. */
@ApplicationScoped
class PartnerUserRecords implements PanacheRepositoryBase<PartnerUser, UUID> {
    /** With the membership, which knows the address of whoever is present. */
    private static final String PAGE = """
            select p from PartnerUser p
            left join Membership m on m.userId = p.presentUserId and m.organisationId = p.organisationId
            left join User u on u.id = m.userId
            where 1 = 1""";

    /** Which partner users a list shows; null means all, without a state the removed ones are left out. */
    record Filter(
            @Nullable String text,
            @Nullable PartnerUserState state,
            @Nullable UUID accountId) {}

    PartnerUser require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problems.notFound("Partner user"));
    }

    PartnerUser locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problems.notFound("Partner user"));
    }

    /** The partner user of this log-in, unless removed. */
    Optional<PartnerUser> present(UUID userId) {
        return find("presentUserId", userId).firstResultOptional();
    }

    /** As {@link #present(UUID)}, for a change: read under the lock, so that it is what the one before has stored. */
    Optional<PartnerUser> lockedPresent(UUID userId) {
        return find("presentUserId", userId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<PartnerUser> lockedOfContact(UUID contactId) {
        return find("contactId = ?1 and presentUserId is not null", contactId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<PartnerUser> presentOfContact(UUID contactId) {
        return find("contactId = ?1 and presentUserId is not null", contactId).firstResultOptional();
    }

    List<PartnerUser> present(Collection<UUID> userIds) {
        return userIds.isEmpty() ? List.of() : list("presentUserId in ?1 order by name, id", Set.copyOf(userIds));
    }

    List<PartnerUser> presentOfAccount(UUID accountId) {
        return list("accountId = ?1 and presentUserId is not null order by name, id", accountId);
    }

    List<PartnerUser> present() {
        return list("presentUserId is not null order by name, id");
    }

    /** Those allocated to a member of staff, among others, the removed ones too. */
    List<PartnerUser> allocatedTo(UUID userId) {
        return list("select p from PartnerUser p join p.allocatedTo a where a = ?1 order by p.id", userId);
    }

    List<PartnerUser> waiting() {
        return list("state = ?1 order by id", PartnerUserState.WAITING);
    }

    List<PartnerUser> page(Filter filter, @Nullable ListKey after, int limit) {
        var hql = new StringBuilder(PAGE);
        var parameters = new HashMap<String, Object>();
        if (filter.text() != null && !filter.text().isBlank()) {
            hql.append(
                    " and (p.name like :text escape '!' or coalesce(m.invitedEmail, u.email, p.email) like :address escape '!')");
            parameters.put("text", Texts.containing(filter.text()));
            parameters.put("address", Texts.containing(EmailAddress.normal(filter.text())));
        }
        if (filter.state() == null) {
            hql.append(" and p.presentUserId is not null");
        } else {
            hql.append(" and p.state = :state");
            parameters.put("state", filter.state());
        }
        if (filter.accountId() != null) {
            hql.append(" and p.accountId = :account");
            parameters.put("account", filter.accountId());
        }
        if (after != null) {
            hql.append(" and (p.name > :afterName or (p.name = :afterName and p.id > :afterId))");
            parameters.put("afterName", after.text());
            parameters.put("afterId", after.id());
        }
        var query = getEntityManager().createQuery(hql + " order by p.name, p.id", PartnerUser.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
