package org.partnerflow.lead;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.partnerflow.lead.LeadOffer.Answer;

@ApplicationScoped
class LeadOffers implements PanacheRepositoryBase<LeadOffer, UUID> {
    private static final Set<Answer> REFUSALS = EnumSet.of(Answer.DECLINED, Answer.EXPIRED);

    /** All offers of a lead, the first one first. */
    List<LeadOffer> ofLead(UUID leadId) {
        return list("leadId = ?1 order by offeredAt, id", leadId);
    }

    Optional<LeadOffer> openOf(UUID leadId) {
        return find("leadId = ?1 and answer is null", leadId).firstResultOptional();
    }

    boolean wasOfferedTo(UUID leadId, UUID partnerUserId) {
        return count("leadId = ?1 and partnerUserId = ?2", leadId, partnerUserId) > 0;
    }

    /** The offers that were declined, or not answered in time; the first one first. */
    List<LeadOffer> refusals(UUID leadId) {
        return list("leadId = ?1 and answer in ?2 order by offeredAt, id", leadId, REFUSALS);
    }

    /** When each partner user was last offered a lead; who never was is missing. */
    Map<UUID, Instant> lastOffers() {
        return getEntityManager()
                .createQuery(
                        "select partnerUserId, max(offeredAt) from LeadOffer group by partnerUserId", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }
}
