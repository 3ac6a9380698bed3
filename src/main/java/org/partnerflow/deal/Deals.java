package org.partnerflow.deal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Texts;

/** All deals of the organisation; every query is narrowed to what the {@link Viewer} sees. */
@ApplicationScoped
public class Deals implements PanacheRepositoryBase<Deal, UUID> {
    /** Each deal has an owner; but joined so, the database begins with the deals, in their order, and not with all users. */
    private static final String CARD = """
            select new org.partnerflow.deal.DealCard(
                d.id, d.name, d.amount, d.currency, d.state, d.column, d.columnSince, d.dueAt, d.visit.id, d.passage.waiting, d.workflowId,
                d.workflowVersionId, o.id, o.name, p.id, p.name, d.partnerAccountId, d.request.targetVersionId, d.problem, d.createdAt,
                d.passage.leftVisitId, d.passage.leftElementId)
            from Deal d left join User o on o.id = d.ownerUserId left join User p on p.id = d.partnerUserId
            where\s""";

    /** What a list shows; null leaves a condition out. */
    public record Filter(
            @Nullable String text,
            @Nullable UUID workflowId,
            @Nullable DealState state,
            @Nullable String column,
            @Nullable UUID ownerUserId,
            @Nullable UUID partnerAccountId,
            @Nullable UUID versionId,
            @Nullable Instant withoutVisitSince,
            @Nullable Set<UUID> ids) {
        static final Filter NONE = new Filter(null, null, null, null, null, null, null, null, null);

        Filter in(String oneColumn) {
            return new Filter(
                    text,
                    workflowId,
                    state,
                    oneColumn,
                    ownerUserId,
                    partnerAccountId,
                    versionId,
                    withoutVisitSince,
                    ids);
        }

        Filter of(Set<UUID> some) {
            return new Filter(
                    text, workflowId, state, column, ownerUserId, partnerAccountId, versionId, withoutVisitSince, some);
        }
    }

    /** A place in a column of the board, in its order. */
    record Place(Instant since, UUID dealId) {}

    /** A deal, locked until the transaction ends. Read it first in a transaction, so that nothing older is seen afterwards. */
    Optional<Deal> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that were entered on a version while it was on its way to the engine, or on one that the engine did not accept. */
    List<Deal> withoutProcess(UUID workflowId, UUID publishedId) {
        return list("""
                workflowId = ?1 and state = OPEN and workflowVersionId in (
                    select v.id from WorkflowVersion v
                    where v.workflowId = ?1 and (v.id = ?2 or v.state = REFUSED))""", workflowId, publishedId);
    }

    /** Those of the deals that the viewer sees. */
    Set<UUID> visibleTo(Viewer viewer, Set<UUID> ids) {
        return getEntityManager()
                .createQuery("""
                        select d.id from Deal d where d.id in :ids and (:viewer is null or d.partnerUserId = :viewer
                            or exists (select 1 from DealShare s where s.dealId = d.id and s.userId = :viewer))""", UUID.class)
                .setParameter("ids", ids)
                .setParameter("viewer", viewer.partnerUserId())
                .getResultStream()
                .collect(Collectors.toSet());
    }

    boolean isShared(UUID dealId, UUID userId) {
        return getEntityManager()
                        .createQuery(
                                "select count(s) from DealShare s where s.dealId = :deal and s.userId = :user",
                                Long.class)
                        .setParameter("deal", dealId)
                        .setParameter("user", userId)
                        .getSingleResult()
                > 0;
    }

    /** The partner users with whom a deal is shared. */
    List<UUID> sharedWith(UUID dealId) {
        return getEntityManager()
                .createQuery("select s.userId from DealShare s where s.dealId = :deal order by s.id", UUID.class)
                .setParameter("deal", dealId)
                .getResultList();
    }

    /**
     * What others shared with a partner user, which is little: as a list of ids it leads the database to these deals, where a subquery
     * makes it look at all of the organisation.
     */
    private Set<UUID> sharedWith(Viewer viewer) {
        if (!viewer.isPartner()) {
            return Set.of();
        }
        return getEntityManager()
                .createQuery("select s.dealId from DealShare s where s.userId = :user", UUID.class)
                .setParameter("user", viewer.partnerUserId())
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Newest first. */
    List<DealCard> list(Filter filter, Viewer viewer, @Nullable UUID before, int limit) {
        var conditions = new Conditions(filter, viewer, sharedWith(viewer));
        conditions.add("d.id < :before", "before", before);
        return cards(conditions, "d.id desc", limit);
    }

    /** Those that the viewer sees of which a contact is called or reached so, newest first. */
    List<DealCard> withContact(String text, Viewer viewer, int limit) {
        var conditions = new Conditions(Filter.NONE, viewer, sharedWith(viewer));
        conditions.add("""
                exists (select 1 from DealContact c where c.dealId = d.id
                    and (concat(coalesce(c.firstName, ''), ' ', c.lastName) like :person escape '!'
                        or c.email like :address escape '!' or c.phone = :phone))""", "person", Texts.containing(text));
        conditions.parameters.put("address", Texts.containing(EmailAddress.normal(text)));
        conditions.parameters.put("phone", PhoneNumber.orText(text, null));
        return cards(conditions, "d.id desc", limit);
    }

    /** The latest arrival first, as the cards of a column are ordered. */
    List<DealCard> latest(Filter filter, Viewer viewer, @Nullable Place after, int limit) {
        var conditions = new Conditions(filter, viewer, sharedWith(viewer));
        if (after != null) {
            conditions.add("(d.columnSince < :place or d.columnSince = :place and d.id < :id)", "place", after.since());
            conditions.parameters.put("id", after.dealId());
        }
        return cards(conditions, "d.columnSince desc, d.id desc", limit);
    }

    /** How many deals each column of a board holds. */
    Map<String, Long> countByColumn(Filter filter, Viewer viewer) {
        var conditions = new Conditions(filter, viewer, sharedWith(viewer));
        var query = getEntityManager()
                .createQuery(
                        "select d.column, count(d) from Deal d where " + conditions.text() + " group by d.column",
                        Object[].class);
        conditions.parameters.forEach(query::setParameter);
        return query.getResultStream().collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** The open deals of each of these owners; who has none is not in it. */
    Map<UUID, Long> openByOwner(Collection<UUID> owners) {
        return getEntityManager()
                .createQuery("""
                        select d.ownerUserId, count(d) from Deal d
                        where d.state = OPEN and d.ownerUserId in (:owners) group by d.ownerUserId""", Object[].class)
                .setParameter("owners", owners)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** The workflows in which the viewer has deals. */
    List<UUID> workflowsOf(Viewer viewer) {
        var conditions = new Conditions(Filter.NONE, viewer, sharedWith(viewer));
        var query = getEntityManager()
                .createQuery("select distinct d.workflowId from Deal d where " + conditions.text(), UUID.class);
        conditions.parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private List<DealCard> cards(Conditions conditions, String order, int limit) {
        var query = getEntityManager()
                .createQuery(CARD + conditions.text() + " order by " + order, DealCard.class)
                .setMaxResults(limit);
        conditions.parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private static final class Conditions {
        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        Conditions(Filter filter, Viewer viewer, Set<UUID> shared) {
            var own = "d.partnerUserId = :viewer";
            add(shared.isEmpty() ? own : "(" + own + " or d.id in :shared)", "viewer", viewer.partnerUserId());
            if (!shared.isEmpty()) {
                parameters.put("shared", shared);
            }
            add(
                    "d.name like :text escape '!'",
                    "text",
                    filter.text() == null
                            ? null
                            : "%" + Texts.forLike(filter.text().strip()) + "%");
            add("d.workflowId = :workflow", "workflow", filter.workflowId());
            add("d.state = :state", "state", filter.state());
            add("d.column = :column", "column", filter.column());
            add("d.ownerUserId = :owner", "owner", filter.ownerUserId());
            add("d.partnerAccountId = :account", "account", filter.partnerAccountId());
            add("d.workflowVersionId = :version", "version", filter.versionId());
            add("d.id in :ids", "ids", filter.ids());
            add(
                    "d.state = OPEN and (d.visit is null and d.passage.waiting = false and d.columnSince < :since or d.request.at < :since and d.request.targetVersionId is not null)",
                    "since",
                    filter.withoutVisitSince());
        }

        void add(String condition, String parameter, @Nullable Object value) {
            if (value != null) {
                all.add(condition);
                parameters.put(parameter, value);
            }
        }

        String text() {
            return all.isEmpty() ? "1 = 1" : String.join(" and ", all);
        }
    }
}
