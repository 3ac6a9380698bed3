package org.partnerflow.deal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Where deals have been, and when. */
@ApplicationScoped
class StageVisits implements PanacheRepositoryBase<StageVisit, UUID> {
    Optional<StageVisit> ofDeal(UUID dealId, UUID visitId) {
        return findByIdOptional(visitId).filter(visit -> visit.dealId().equals(dealId));
    }

    /** A stage where an open deal stands. */
    record Occupied(String elementId, String name) {}

    List<Occupied> occupied(UUID workflowId) {
        return getEntityManager()
                .createQuery("""
                        select distinct new org.partnerflow.deal.StageVisits$Occupied(v.elementId, v.stageName)
                        from Deal d join d.visit v
                        where d.workflowId = :workflow and d.state = OPEN""", Occupied.class)
                .setParameter("workflow", workflowId)
                .getResultList();
    }

    /** In the order of arrival. */
    List<StageVisit> ofDeal(UUID dealId) {
        return list("dealId = ?1 order by enteredAt, id", dealId);
    }
}
