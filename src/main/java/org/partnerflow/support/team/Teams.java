package org.partnerflow.support.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.NormalForm;
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

    /** By name, from after {@code after}. */
    List<Team> page(@Nullable ListKey after, int limit) {
        return find(
                        "?1 is null or name > ?1 or (name = ?1 and id > ?2) order by name, id",
                        after == null ? null : after.text(),
                        after == null ? null : after.id())
                .page(0, limit)
                .list();
    }

    Optional<Team> named(String name) {
        return find("nameKey", NormalForm.key(name)).firstResultOptional();
    }

    /** The ids of the teams that a user leads, or is in a layer of. */
    List<UUID> withMemberOrLead(UUID userId) {
        return getEntityManager()
                .createQuery("""
                        select distinct t.id from Team t left join t.layers l left join l.members m
                        where t.leadUserId = :user or m = :user order by t.id""", UUID.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** In how many layers a user is. */
    long layersOf(UUID userId) {
        return getEntityManager()
                .createQuery("select count(l) from EscalationLayer l join l.members m where m = :user", Long.class)
                .setParameter("user", userId)
                .getSingleResult();
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

    /** How many of them somebody has. */
    long openRequestsIn(UUID layerId, UUID userId) {
        return (Long) getEntityManager()
                .createNativeQuery(
                        "select count(*) from support_request where layer_id = :layer and assignee_id = :user and state <> 'RESOLVED'",
                        Long.class)
                .setParameter("layer", layerId)
                .setParameter("user", userId)
                .getSingleResult();
    }
}
