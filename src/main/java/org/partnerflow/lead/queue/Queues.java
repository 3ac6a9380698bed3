package org.partnerflow.lead.queue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Queues implements PanacheRepositoryBase<Queue, UUID> {

    public List<Queue> byName() {
        return list("order by name, id");
    }

    /** The queues that a partner user is a member of. */
    public List<Queue> ofMember(UUID partnerUserId) {
        return list("select q from Queue q join q.members m where m = ?1 order by q.name, q.id", partnerUserId);
    }

    Optional<Queue> named(String name) {
        return find("name", name).firstResultOptional();
    }
}
