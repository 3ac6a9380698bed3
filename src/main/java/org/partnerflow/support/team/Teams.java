package org.partnerflow.support.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;

@ApplicationScoped
class Teams implements PanacheRepositoryBase<Team, UUID> {

    Team require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problems.notFound("Team"));
    }

    /** For a change: whoever comes second waits, and then sees what the first has stored. */
    Team locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Problems.notFound("Team"));
    }

    /** By name, which is unique in an organisation, from after {@code after}. */
    List<Team> page(@Nullable String after, int limit) {
        return find("?1 is null or name > ?1 order by name", after)
                .page(0, limit)
                .list();
    }

    Optional<Team> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** How many requests that are not resolved wait in a layer. */
    long openRequestsIn(UUID layerId) {
        return (Long) getEntityManager()
                .createNativeQuery(
                        "select count(*) from support_request where layer_id = :layer and state <> 'RESOLVED'",
                        Long.class)
                .setParameter("layer", layerId)
                .getSingleResult();
    }
}
