package org.partnerflow.deal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The contacts of deals. */
@ApplicationScoped
class DealContacts implements PanacheRepositoryBase<DealContact, UUID> {
    /** In the order in which they were added; the first is the one that mails go to. */
    List<DealContact> ofDeal(UUID dealId) {
        return list("dealId = ?1 order by id", dealId);
    }

    Map<UUID, List<DealContact>> ofDeals(Collection<UUID> dealIds) {
        return dealIds.isEmpty()
                ? Map.of()
                : find("dealId in ?1 order by id", dealIds).stream()
                        .collect(Collectors.groupingBy(DealContact::dealId));
    }

    Optional<DealContact> ofDeal(UUID dealId, UUID contactId) {
        return find("id = ?1 and dealId = ?2", contactId, dealId).firstResultOptional();
    }
}
