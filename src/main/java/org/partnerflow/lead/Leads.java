package org.partnerflow.lead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;

@ApplicationScoped
class Leads implements PanacheRepositoryBase<Lead, UUID> {
    private static final int LATEST = 500;

    /** The lead, locked until the transaction ends. Call it before anything else is read, so that what is read after is current. */
    Lead locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Problems.notFound("Lead"));
    }

    Optional<Lead> byExternalId(UUID submittedBy, String externalId) {
        return find("submittedBy = ?1 and externalId = ?2", submittedBy, externalId)
                .firstResultOptional();
    }

    /** How many leads wait for an answer of each partner user, or are becoming a deal of theirs. */
    Map<UUID, Integer> openCounts() {
        return getEntityManager()
                .createQuery("""
                        select ownerId, count(*) from Lead where state in (:open) and ownerId is not null group by ownerId""", Object[].class)
                .setParameter("open", LeadState.OPEN)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** What the latest leads have in a column of the assignment table, each word once. */
    List<String> wordsOf(String column) {
        return getEntityManager()
                .createQuery(
                        "select l.details.%1$s from Lead l where l.details.%1$s is not null order by l.id desc"
                                .formatted(column),
                        String.class)
                .setMaxResults(LATEST)
                .getResultStream()
                .distinct()
                .sorted()
                .toList();
    }

    /** Leads that the viewer sees, the newest first; one more than {@code limit}, to know whether there is more. */
    List<Lead> list(LeadViewer viewer, LeadFilter filter, @Nullable UUID before, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        conditions.add(viewer.condition(parameters));
        filter.addTo(viewer, conditions, parameters);
        if (before != null) {
            conditions.add("id < :before");
            parameters.put("before", before);
        }
        return find(String.join(" and ", conditions) + " order by id desc", parameters)
                .range(0, limit)
                .list();
    }
}
