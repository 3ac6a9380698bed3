package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The notes of deals. */
@ApplicationScoped
class DealNotes implements PanacheRepositoryBase<DealNote, UUID> {
    /** Newest first; partners see the shared ones only. */
    List<DealNote> ofDeal(UUID dealId, Viewer viewer) {
        return viewer.isPartner()
                ? list("dealId = ?1 and shared = true order by id desc", dealId)
                : list("dealId = ?1 order by id desc", dealId);
    }

    Stream<UUID> shared(UUID dealId) {
        return getEntityManager()
                .createQuery("select id from DealNote where dealId = :deal and shared = true", UUID.class)
                .setParameter("deal", dealId)
                .getResultStream();
    }

    Optional<DealNote> ofDeal(UUID dealId, UUID noteId) {
        return find("id = ?1 and dealId = ?2", noteId, dealId).firstResultOptional();
    }

    List<DealNote> since(UUID dealId, Instant since) {
        return list("dealId = ?1 and createdAt >= ?2", dealId, since);
    }

    boolean anySince(UUID dealId, Instant since) {
        return count("dealId = ?1 and createdAt >= ?2", dealId, since) > 0;
    }
}
