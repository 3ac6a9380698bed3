package org.partnerflow.partner;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** The partner accounts of the organisation. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<PartnerAccount, UUID> {

    /** Which accounts a list shows; null means all. */
    record Filter(
            @Nullable String text,
            @Nullable UUID statusId,
            @Nullable UUID typeId,
            @Nullable UUID ownerUserId,
            @Nullable Boolean partner) {}

    PartnerAccount require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problems.notFound("Partner account"));
    }

    /** For a change: whoever comes second waits, and then sees what the first has stored. */
    PartnerAccount locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problems.notFound("Partner account"));
    }

    /** In the order of their ids. */
    List<PartnerAccount> behind(@Nullable UUID id, int limit) {
        return find("?1 is null or id > ?1 order by id", id).page(0, limit).list();
    }

    /** By name, beginning after {@code after}. */
    List<PartnerAccount> page(Filter filter, @Nullable ListKey after, int limit) {
        var hql = new StringBuilder("from PartnerAccount where 1 = 1");
        var parameters = new HashMap<String, Object>();
        if (filter.text() != null && !filter.text().isBlank()) {
            hql.append(" and (name like :text escape '!' or town like :text escape '!')");
            parameters.put("text", Texts.containing(filter.text()));
        }
        if (filter.statusId() != null) {
            hql.append(" and statusId = :status");
            parameters.put("status", filter.statusId());
        }
        if (filter.typeId() != null) {
            hql.append(" and typeId = :type");
            parameters.put("type", filter.typeId());
        }
        if (filter.ownerUserId() != null) {
            hql.append(" and ownerUserId = :owner");
            parameters.put("owner", filter.ownerUserId());
        }
        if (filter.partner() != null) {
            hql.append(filter.partner() ? " and partnerEnabledAt is not null" : " and partnerEnabledAt is null");
        }
        if (after != null) {
            hql.append(" and (name > :afterName or (name = :afterName and id > :afterId))");
            parameters.put("afterName", after.text());
            parameters.put("afterId", after.id());
        }
        var query = getEntityManager().createQuery(hql + " order by name, id", PartnerAccount.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
