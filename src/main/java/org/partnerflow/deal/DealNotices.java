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

    /** What a partner does not see any more, or not just now, they were not told either. */
    private static final String VISIBLE = """
            n.userId = :user and (:staff = true or (
                (d.partnerUserId = :user or exists (
                    select 1 from DealShare s where s.dealId = d.id and s.userId = :user))
                and (n.additionId is null
                    or exists (select 1 from DealNote x where x.id = n.additionId and x.shared = true)
                    or exists (select 1 from DealFile f where f.id = n.additionId and f.shared = true))))""";

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
        give(dealId, userId, message, null);
    }

    private void give(UUID dealId, UUID userId, String message, @Nullable UUID additionId) {
        var fitting = Texts.cut(message.replaceAll("\\s+", " "), LONGEST_MESSAGE);
        entities.persist(new DealNotice(dealId, userId, Texts.line("text", fitting, LONGEST_MESSAGE), additionId));
    }

    /**
     * Tells the owner of a deal and the partner whose deal it is what the current user has done with it.
     *
     * @param what follows the user's name: "moved it to Proposal."
     */
    @Transactional
    void tellParties(Deal deal, String what) {
        tell(deal, Stream.of(deal.ownerUserId(), deal.partnerUserId()), what, null);
    }

    /** As {@link #tellParties}, of an addition: the owner and, if it is shared, all partners who see the deal. */
    @Transactional
    void tellReaders(Deal deal, DealAddition addition, String what) {
        if (!addition.shared()) {
            tell(deal, Stream.of(deal.ownerUserId()), what, addition.id());
            return;
        }
        var readers = entities.createQuery("select userId from DealShare where dealId = :deal", UUID.class)
                .setParameter("deal", deal.id())
                .getResultStream();
        tell(deal, Stream.concat(Stream.of(deal.ownerUserId(), deal.partnerUserId()), readers), what, addition.id());
    }

    /** As {@link #tellParties}, one person only. */
    @Transactional
    void tell(Deal deal, UUID receiver, String what) {
        tell(deal, Stream.of(receiver), what, null);
    }

    /** Nobody is told of what they do themselves; what a process does is told by its diagram. */
    private void tell(Deal deal, Stream<@Nullable UUID> receivers, String what, @Nullable UUID additionId) {
        var actor = actors.current();
        if (actor.userId() != null) {
            receivers
                    .filter(receiver -> receiver != null && !receiver.equals(actor.userId()))
                    .distinct()
                    .forEach(receiver -> give(deal.id(), receiver, actor.name() + " " + what, additionId));
        }
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
                        where\s""" + VISIBLE + " and " + whichInOrder, Notice.class)
                .setParameter("user", actors.current().user())
                .setParameter("staff", actors.current().isStaff())
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
        entities.createQuery(
                        "select n from DealNotice n join Deal d on d.id = n.dealId where n.id = :id and " + VISIBLE,
                        DealNotice.class)
                .setParameter("id", noticeId)
                .setParameter("user", actors.current().user())
                .setParameter("staff", actors.current().isStaff())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problems.notFound("Notice"))
                .read(clock.instant());
    }
}
