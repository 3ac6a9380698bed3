package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.partnerflow.files.StoredFile;

/** The files of deals. */
@ApplicationScoped
class DealFiles implements PanacheRepositoryBase<DealFile, UUID> {
    /** A file on a deal, and what is stored. */
    record Attached(DealFile dealFile, StoredFile file) {}

    /** Newest first; partners see the shared ones only. */
    List<Attached> ofDeal(UUID dealId, Viewer viewer) {
        return getEntityManager()
                .createQuery("""
                        select new org.partnerflow.deal.DealFiles$Attached(d, f)
                        from DealFile d join StoredFile f on f.id = d.fileId
                        where d.dealId = :deal and (d.shared = true or :all = true) order by d.id desc""", Attached.class)
                .setParameter("deal", dealId)
                .setParameter("all", !viewer.isPartner())
                .getResultList();
    }

    Stream<UUID> shared(UUID dealId) {
        return getEntityManager()
                .createQuery("select id from DealFile where dealId = :deal and shared = true", UUID.class)
                .setParameter("deal", dealId)
                .getResultStream();
    }

    boolean anySince(UUID dealId, Instant since) {
        return count("dealId = ?1 and createdAt >= ?2", dealId, since) > 0;
    }

    Optional<Attached> ofDeal(UUID dealId, UUID dealFileId, Viewer viewer) {
        return ofDeal(dealId, viewer).stream()
                .filter(attached -> attached.dealFile().id().equals(dealFileId))
                .findFirst();
    }
}
