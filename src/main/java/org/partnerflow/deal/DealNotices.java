package org.partnerflow.deal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** What people are told about deals in the application, and who has read theirs. */
@ApplicationScoped
public class DealNotices {
    private static final int LONGEST_MESSAGE = 500;

    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** A notice as its receiver sees it. */
    @Schema(name = "DealNotice")
    public record Notice(UUID id, UUID dealId, String dealName, String message, Instant at, boolean read) {}

    /** @param message shown as one line; what is too long is cut, as names in a diagram may be of any length */
    @Transactional
    void give(UUID dealId, UUID userId, String message) {
        var fitting = Texts.cut(message.replaceAll("\\s+", " "), LONGEST_MESSAGE);
        entities.persist(new DealNotice(dealId, userId, Texts.line("text", fitting, LONGEST_MESSAGE)));
    }

    /**
     * Tells the owner of a deal and the partner whose deal it is what the current user has done with it.
     *
     * @param what follows the user's name: "moved it to Proposal."
     */
    @Transactional
    void tellParties(Deal deal, String what) {
        tell(deal, Stream.of(deal.ownerUserId(), deal.partnerUserId()), what);
    }

    /** As {@link #tellParties}, of what only staff may see or, if {@code shared}, all partners who see the deal. */
    @Transactional
    void tellReaders(Deal deal, boolean shared, String what) {
        if (!shared) {
            tell(deal, deal.ownerUserId(), what);
            return;
        }
        var readers = entities.createQuery("select userId from DealShare where dealId = :deal", UUID.class)
                .setParameter("deal", deal.id())
                .getResultStream();
        tell(deal, Stream.concat(Stream.of(deal.ownerUserId(), deal.partnerUserId()), readers), what);
    }

    /** As {@link #tellParties}, one person only. */
    @Transactional
    void tell(Deal deal, UUID receiver, String what) {
        tell(deal, Stream.of(receiver), what);
    }

    /** Nobody is told of what they do themselves; what a process does is told by its diagram. */
    private void tell(Deal deal, Stream<@Nullable UUID> receivers, String what) {
        var actor = actors.current();
        if (actor.userId() != null) {
            receivers
                    .filter(receiver -> receiver != null && !receiver.equals(actor.userId()))
                    .distinct()
                    .forEach(receiver -> give(deal.id(), receiver, actor.name() + " " + what));
        }
    }

    /** Somebody does not see the deal any more. */
    @Transactional
    void forget(UUID dealId, UUID userId) {
        entities.createQuery("delete from DealNotice where dealId = :deal and userId = :user")
                .setParameter("deal", dealId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** The notices of the current user: unread ones first, the latest of them first, then those that were read last. */
    @Transactional
    public List<Notice> mine(int limit) {
        var mine = new ArrayList<>(mine("n.readAt is null order by n.id desc", limit));
        if (mine.size() < limit) {
            mine.addAll(mine("n.readAt is not null order by n.readAt desc, n.id desc", limit - mine.size()));
        }
        return mine;
    }

    /** Each of the two in the order of the index, as people gather many notices over the years. */
    private List<Notice> mine(String whichInOrder, int most) {
        return entities.createQuery("""
                        select new org.partnerflow.deal.DealNotices$Notice(
                            n.id, d.id, d.name, n.message, n.createdAt, n.readAt is not null)
                        from DealNotice n join Deal d on d.id = n.dealId
                        where n.userId = :user and\s""" + whichInOrder, Notice.class)
                .setParameter("user", actors.current().user())
                .setMaxResults(most)
                .getResultList();
    }

    @Transactional
    void readAll(@Nullable UUID dealId) {
        entities.createQuery("""
                        update DealNotice set readAt = :now
                        where userId = :user and readAt is null and (:deal is null or dealId = :deal)""")
                .setParameter("now", clock.instant())
                .setParameter("user", actors.current().user())
                .setParameter("deal", dealId)
                .executeUpdate();
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
