package org.partnerflow.support.request;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

/** Who had which request when, and how busy that makes them. */
@ApplicationScoped
class RequestHistory implements PanacheRepositoryBase<RequestAssignment, UUID> {

    /** How busy somebody is; {@code lastAssignedAt} is null if nothing was ever assigned to them. */
    record Load(int open, @Nullable Instant lastAssignedAt) {
        static final Load NONE = new Load(0, null);
    }

    List<RequestAssignment> of(UUID requestId) {
        return list("requestId = ?1 order by id", requestId);
    }

    /** The assignment that lasts. */
    Optional<RequestAssignment> current(UUID requestId) {
        return find("requestId = ?1 and endedAt is null order by id desc", requestId)
                .firstResultOptional();
    }

    /** The latest assignment of somebody that has ended before the request was resolved. */
    Optional<RequestAssignment> handedOver(UUID requestId) {
        return find(
                        "requestId = ?1 and assigneeId is not null and endedAt is not null and endedBy <> ?2 order by id desc",
                        requestId,
                        AssignmentEnd.RESOLVED)
                .firstResultOptional();
    }

    boolean hadIt(UUID requestId, UUID userId) {
        return count("requestId = ?1 and assigneeId = ?2", requestId, userId) > 0;
    }

    Map<UUID, Load> loads(Collection<UUID> userIds) {
        var loads = new HashMap<UUID, Load>();
        userIds.forEach(id -> loads.put(id, Load.NONE));
        if (userIds.isEmpty()) {
            return loads;
        }
        getEntityManager()
                .createQuery(
                        "select a.assigneeId, max(a.assignedAt) from RequestAssignment a where a.assigneeId in :users group by a.assigneeId",
                        Object[].class)
                .setParameter("users", userIds)
                .getResultStream()
                .forEach(row -> loads.put((UUID) row[0], new Load(0, (Instant) row[1])));
        getEntityManager()
                .createQuery(
                        "select r.assigneeId, count(r) from SupportRequest r where r.assigneeId in :users and r.state <> 'RESOLVED' group by r.assigneeId",
                        Object[].class)
                .setParameter("users", userIds)
                .getResultStream()
                .forEach(row -> loads.computeIfPresent(
                        (UUID) row[0], (id, load) -> new Load(((Long) row[1]).intValue(), load.lastAssignedAt())));
        return loads;
    }
}
