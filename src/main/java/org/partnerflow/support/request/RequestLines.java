package org.partnerflow.support.request;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;

/** Lists of requests, as far as the current actor may see them. */
@ApplicationScoped
class RequestLines {
    private static final String FROM = """
            from SupportRequest r
            join Customer c on c.id = r.customerId
            left join Membership m on m.userId = c.userId and m.organisationId = c.organisationId
            left join User u on u.id = m.userId
            left join FormerMember f on f.userId = c.userId and f.organisationId = c.organisationId
            join OrgUnit o on o.id = c.orgUnitId
            join Team t on t.id = r.teamId
            left join EscalationLayer l on l.id = r.layerId
            left join Membership am on am.userId = r.assigneeId and am.organisationId = r.organisationId
            left join User a on a.id = am.userId
            left join FormerMember af on af.userId = r.assigneeId and af.organisationId = r.organisationId
            where\s""" + SupportRequests.VISIBLE;

    private static final String LINES = "select new org.partnerflow.support.request.RequestLine(r, c, u, m, f, o, t, l,"
            + " coalesce(am.invitedName, a.name, af.name)) " + FROM;

    private static final String FILTER = """
             and (:team is null or r.teamId = :team)
             and (:customer is null or r.customerId = :customer)
             and (:words is null or r.subject.title like :words escape '!' or r.number = :number)""";

    @Inject
    EntityManager entities;

    @Inject
    SupportRequests requests;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** The newest first, from after the request {@code after}. */
    List<RequestLine> page(RequestFilter filter, @Nullable UUID after, int limit) {
        var query = entities.createQuery(
                LINES + FILTER + condition(filter.view) + " and (:after is null or r.id < :after) order by r.id desc",
                RequestLine.class);
        return filled(query, filter)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(RequestFilter.RequestListView view) {
        var filter = RequestFilter.of(view);
        return filled(entities.createQuery("select count(r) " + FROM + FILTER + condition(view), Long.class), filter)
                .getSingleResult();
    }

    Optional<RequestLine> line(UUID id) {
        return seen(entities.createQuery(LINES + " and r.id = :id", RequestLine.class))
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    private <T> TypedQuery<T> filled(TypedQuery<T> query, RequestFilter filter) {
        seen(query)
                .setParameter("team", filter.teamId)
                .setParameter("customer", filter.customerId)
                .setParameter("words", filter.words())
                .setParameter("number", filter.number());
        if (filter.view == RequestFilter.RequestListView.OVERDUE) {
            query.setParameter("now", clock.instant());
        }
        return query;
    }

    private <T> TypedQuery<T> seen(TypedQuery<T> query) {
        return query.setParameter("kind", requests.kindOfViewer())
                .setParameter("me", actors.current().userId());
    }

    private static String condition(RequestFilter.@Nullable RequestListView view) {
        return switch (view) {
            case null -> "";
            case OPEN -> " and r.state <> RESOLVED";
            case MINE -> " and r.state <> RESOLVED and r.assigneeId = :me";
            case UNASSIGNED -> " and r.state = UNASSIGNED";
            case OVERDUE ->
                " and (r.state = ASSIGNED and r.responseDueAt < :now or r.state = RESPONDED and r.resolutionDueAt < :now)";
            case RESOLVED -> " and r.state = RESOLVED";
        };
    }
}
