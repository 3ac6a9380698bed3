package org.partnerflow.deal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.HoldsWork;
import org.partnerflow.identity.work.Leaver;
import org.partnerflow.identity.work.Work;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Open deals of those who leave go to somebody else; what was shared with them is shared no longer. Closed deals stay as they were. */
@ApplicationScoped
class DealsOfLeavers implements HoldsWork {
    private static final String OWNED = "ownerUserId = ?1 and state = ?2";
    private static final String OF_PARTNER = "partnerUserId = ?1 and state = ?2";

    @Inject
    Deals deals;

    @Inject
    DealNotices notices;

    @Inject
    PartnerUsers partnerUsers;

    @Inject
    Actors actors;

    @Inject
    AuditTrail audit;

    @Override
    public List<Work> of(Leaver leaver) {
        var works = new ArrayList<Work>();
        if (leaver.gives(Duty.OWN_DEALS)) {
            works.add(Work.forSomebody(
                    "deals",
                    deals.count(OWNED, leaver.userId(), DealState.OPEN),
                    "open deal",
                    "open deals",
                    "need another owner",
                    Duty.OWN_DEALS,
                    true));
        }
        if (leaver.gives(Duty.HAVE_DEALS)) {
            works.add(Work.forSomebody(
                    "partner-deals",
                    deals.count(OF_PARTNER, leaver.userId(), DealState.OPEN),
                    "open deal as its partner",
                    "open deals as their partner",
                    "stay with the partner account and their owner",
                    Duty.HAVE_DEALS,
                    false));
            works.add(Work.without(
                    "shares",
                    shares(leaver),
                    "deal that is shared with them",
                    "deals that are shared with them",
                    "are shared with them no longer"));
        }
        return works;
    }

    @Override
    public void handOver(Leaver leaver, @Nullable UUID successor) {
        if (leaver.gives(Duty.OWN_DEALS) && successor != null) {
            open(OWNED, leaver).forEach(deal -> giveTo(deal, leaver, successor));
        }
        if (leaver.gives(Duty.HAVE_DEALS)) {
            open(OF_PARTNER, leaver).forEach(deal -> passTo(deal, leaver, successor));
            endShares(leaver);
        }
        if (leaver.roles().isEmpty()) {
            forgetNotices(leaver);
        }
    }

    private List<Deal> open(String which, Leaver leaver) {
        return deals.find(which + " order by id", leaver.userId(), DealState.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private void giveTo(Deal deal, Leaver leaver, UUID successor) {
        deal.giveTo(successor);
        deal.edited();
        record(deal, "ownerUserId", leaver.userId(), successor);
        notices.tell(deal, successor, "gave you this deal.");
    }

    private void passTo(Deal deal, Leaver leaver, @Nullable UUID successor) {
        if (successor != null) {
            expectSameAccount(deal, successor);
        }
        deal.passTo(successor);
        deal.edited();
        record(deal, "partnerUserId", leaver.userId(), successor);
        if (successor != null) {
            notices.tell(deal, successor, "gave you this deal.");
        }
    }

    /** A deal is of a partner account, whoever of it works on it. */
    private void expectSameAccount(Deal deal, UUID successor) {
        var partner = partnerUsers.ofUser(successor);
        if (partner.isEmpty() || !partner.get().accountId().equals(deal.partnerAccountId())) {
            throw Problems.invalid(
                    "handOver", "Expected a partner user of the account whose deal \"%s\" is.".formatted(deal.name()));
        }
    }

    private void record(Deal deal, String field, UUID from, @Nullable UUID to) {
        var change = new HashMap<String, @Nullable UUID>();
        change.put("from", from);
        change.put("to", to);
        audit.record(AuditAction.DEAL_EDITED, deal.id(), Map.of(field, change));
    }

    private long shares(Leaver leaver) {
        return deals.getEntityManager()
                .createQuery("select count(s) from DealShare s where s.userId = :user", Long.class)
                .setParameter("user", leaver.userId())
                .getSingleResult();
    }

    private void endShares(Leaver leaver) {
        var entities = deals.getEntityManager();
        entities.createQuery("from DealShare where userId = :user order by dealId", DealShare.class)
                .setParameter("user", leaver.userId())
                .getResultList()
                .forEach(share -> {
                    entities.remove(share);
                    audit.record(AuditAction.DEAL_UNSHARED, share.dealId(), Map.of("with", leaver.name()));
                });
    }

    private void forgetNotices(Leaver leaver) {
        deals.getEntityManager()
                .createQuery("delete from DealNotice where userId = :user and organisationId = :organisation")
                .setParameter("user", leaver.userId())
                .setParameter("organisation", actors.current().organisation())
                .executeUpdate();
    }
}
