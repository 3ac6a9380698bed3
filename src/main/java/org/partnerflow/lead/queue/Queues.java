package org.partnerflow.lead.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.partnerflow.shared.NormalForm;

@ApplicationScoped
public class Queues implements PanacheRepositoryBase<Queue, UUID> {

    public List<Queue> byName() {
        return list("order by name, id");
    }

    /** The queues that a partner user is a member of. */
    public List<Queue> ofMember(UUID partnerUserId) {
        return list("select q from Queue q join q.members m where m = ?1 order by q.name, q.id", partnerUserId);
    }

    /** How many leads wait in each queue; queues without any are missing. */
    Map<UUID, Long> waitingCounts() {
        return getEntityManager()
                .createQuery("""
                        select queueId, count(*) from Lead where state = 'QUEUED' and queueId is not null group by queueId""", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    Optional<Queue> named(String name) {
        return find("nameKey", NormalForm.key(name)).firstResultOptional();
    }
}
