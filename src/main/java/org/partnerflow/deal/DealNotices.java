package org.partnerflow.deal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Notices in the application, and who has read theirs. */
@ApplicationScoped
public class DealNotices {
    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** A notice as its receiver sees it. */
    @Schema(name = "DealNotice")
    public record Notice(UUID id, UUID dealId, String dealName, String message, Instant at, boolean read) {}

    @Transactional
    void give(UUID dealId, UUID userId, String message) {
        entities.persist(new DealNotice(dealId, userId, Texts.line("text", message, 500)));
    }

    /** The latest notices of the current user, unread ones first. */
    @Transactional
    public List<Notice> mine(int limit) {
        return entities.createQuery("""
                        select new org.partnerflow.deal.DealNotices$Notice(
                            n.id, d.id, d.name, n.message, n.createdAt, n.readAt is not null)
                        from DealNotice n join Deal d on d.id = n.dealId
                        where n.userId = :user
                        order by case when n.readAt is null then 0 else 1 end, n.id desc""", Notice.class)
                .setParameter("user", actors.current().user())
                .setMaxResults(limit)
                .getResultList();
    }

    @Transactional
    public void read(UUID noticeId) {
        entities.createQuery("from DealNotice where id = :id and userId = :user", DealNotice.class)
                .setParameter("id", noticeId)
                .setParameter("user", actors.current().user())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problems.notFound("Notice"))
                .read(clock.instant());
    }
}
