package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Shares deals with partner users, so that they appear in their portal. */
@ApplicationScoped
public class DealShareService {
    @Inject
    EntityManager entities;

    @Inject
    Deals deals;

    @Inject
    DealAccess access;

    @Inject
    DealParties parties;

    @Inject
    CanWork canWork;

    @Inject
    WorkGate gate;

    @Inject
    DealMessages messages;

    @Inject
    DealNotices notices;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    /** Somebody who sees a deal, and since when. */
    @Schema(name = "DealShare")
    public record Share(UUID userId, String name, String email, String sharedBy, Instant at) {}

    @Transactional
    public List<Share> list(UUID dealId) {
        access.read(dealId);
        return entities.createQuery("""
                        select new org.partnerflow.deal.DealShareService$Share(
                            u.id, coalesce(m.invitedName, u.name), coalesce(m.invitedEmail, u.email),
                            s.sharedByName, s.createdAt)
                        from DealShare s join User u on u.id = s.userId
                        left join Membership m on m.userId = s.userId and m.organisationId = s.organisationId
                        where s.dealId = :deal order by coalesce(m.invitedName, u.name), u.id""", Share.class)
                .setParameter("deal", dealId)
                .getResultList();
    }

    /** Shares a deal with a partner user; sharing it again changes nothing. */
    @Transactional
    public void share(UUID dealId, UUID partnerUserId) {
        gate.pass();
        var deal = access.lock(dealId);
        var partner = parties.partner(partnerUserId);
        expectActive(partner);
        if (partner.userId().equals(deal.partnerUserId())) {
            throw Problems.refused("%s sees this deal already: it is their own.".formatted(partner.name()));
        }
        if (deals.isShared(dealId, partnerUserId)) {
            return;
        }
        entities.persist(new DealShare(dealId, partnerUserId, actors.current().name()));
        messages.tellOfShare(deal, partner);
        notices.tell(deal, partnerUserId, "shared this deal with you.");
        audit.record(AuditAction.DEAL_SHARED, dealId, Map.of("with", partner.name(), "partnerUserId", partnerUserId));
    }

    /** Who is only invited sees it once they have accepted. */
    private void expectActive(PartnerUsers.Partner partner) {
        var person = canWork.people(List.of(partner.userId())).get(partner.userId());
        if (person == null || !person.active()) {
            throw Problems.refused(
                    "%s is disabled and sees no deals. Enable the user first.".formatted(partner.name()));
        }
    }

    @Transactional
    public void unshare(UUID dealId, UUID partnerUserId) {
        access.lock(dealId);
        var share = entities.createQuery("from DealShare where dealId = :deal and userId = :user", DealShare.class)
                .setParameter("deal", dealId)
                .setParameter("user", partnerUserId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problems.notFound("Share"));
        entities.remove(share);
        audit.record(AuditAction.DEAL_UNSHARED, dealId, Map.of("with", parties.partnerName(partnerUserId)));
    }
}
