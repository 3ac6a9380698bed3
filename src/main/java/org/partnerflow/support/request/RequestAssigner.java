package org.partnerflow.support.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.rules.Decisions;
import org.partnerflow.rules.decision.Assignee;
import org.partnerflow.support.team.EscalationLayer;
import org.partnerflow.support.team.Team;
import org.partnerflow.support.team.TeamService;

/** Moves requests through the layers of their team; called by the process. */
@ApplicationScoped
class RequestAssigner {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    @Inject
    SupportRequests requests;

    @Inject
    RequestHistory history;

    @Inject
    TeamService teams;

    @Inject
    AssignmentFacts facts;

    @Inject
    Decisions decisions;

    @Inject
    CanWork canWork;

    @Inject
    RequestNews news;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Gives a request that waits to somebody of the layer at hand; one that somebody has already stays where it is.
     *
     * @return the time that is left for the response; null if nobody in the layer can take it
     */
    @Transactional
    @Nullable
    Duration assign(UUID requestId) {
        gate.pass();
        var request = requests.forChange(requestId);
        if (request.waitsForAssignment() && !decide(request)) {
            return null;
        }
        return timeLeft(request.responseDueAt());
    }

    /** The time that is left until the moment in whole seconds, at least a minute. */
    Duration timeLeft(@Nullable Instant due) {
        var left =
                due == null ? SHORTEST : Duration.between(clock.instant(), due).truncatedTo(ChronoUnit.SECONDS);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    /** Lets the rules choose somebody of the layer at hand; false if nobody there can take the request. */
    boolean decide(SupportRequest request) {
        var team = teams.read(request.teamId());
        var layer = layerOf(request, team);
        if (layer == null) {
            return false;
        }
        request.enter(layer);
        // one at a time in a layer, so that each sees what the others have got
        entities.lock(layer, LockModeType.PESSIMISTIC_WRITE);
        var decision = decisions.decide(facts.of(request, team, layer));
        var ruling = decision.ruling();
        var now = clock.instant();
        boolean found = ruling.assignee().kind() == Assignee.Kind.USER;
        var assigneeId = found ? ruling.assignee().id() : null;
        history.persist(
                new RequestAssignment(request.id(), layer, assigneeId, decision.id(), ruling.summary()).at(now));
        if (assigneeId == null) {
            audit.record(AuditAction.REQUEST_NOT_ASSIGNED, request.id(), Map.of("layer", layer.name()));
            return false;
        }
        canWork.refuseUnlessAble(assigneeId, Duty.SIT_IN_LAYER);
        request.assign(assigneeId, layer, now);
        audit.record(
                AuditAction.REQUEST_ASSIGNED,
                request.id(),
                Map.of(
                        "layer",
                        layer.name(),
                        "assigneeId",
                        assigneeId,
                        "assignee",
                        ruling.assignee().words()));
        news.assigned(request, layer);
        return true;
    }

    private static @Nullable EscalationLayer layerOf(SupportRequest request, Team team) {
        var layerId = request.layerId();
        return team.layers().stream()
                .filter(layer -> layer.id().equals(layerId))
                .findFirst()
                .or(() -> team.layerAfter(layerId))
                .orElse(null);
    }

    /**
     * Takes a request to the next layer, unless what caused it has passed in the meantime.
     *
     * @param fromLayer the layer that somebody escalated it from by hand
     * @return false if there is no further layer; whoever has the request then keeps it
     */
    @Transactional
    boolean escalate(UUID requestId, AssignmentEnd cause, @Nullable UUID fromLayer) {
        var request = requests.forChange(requestId);
        if (!stands(cause, request, fromLayer)) {
            return true;
        }
        var team = teams.read(request.teamId());
        var next = team.layerAfter(request.layerId());
        var details = Map.of(
                "cause", cause.cause(), "layer", next.map(EscalationLayer::name).orElse(""));
        if (next.isEmpty()) {
            audit.record(AuditAction.REQUEST_LAST_LAYER_LEFT, requestId, details);
            return false;
        }
        history.current(requestId).ifPresent(assignment -> {
            assignment.end(cause, clock.instant());
            news.lost(request, assignment);
        });
        request.enter(next.get());
        audit.record(AuditAction.REQUEST_ESCALATED, requestId, details);
        return true;
    }

    /** A response may come while the timer fires; a click may come while the request is on its way already. */
    private static boolean stands(AssignmentEnd cause, SupportRequest request, @Nullable UUID fromLayer) {
        return switch (cause) {
            case NOBODY -> request.waitsForAssignment();
            case RESPONSE_OVERDUE -> request.state() == RequestState.ASSIGNED;
            case RESOLUTION_OVERDUE -> request.state() == RequestState.RESPONDED;
            case BY_HAND ->
                request.isOpen()
                        && !request.waitsForAssignment()
                        && fromLayer != null
                        && fromLayer.equals(request.layerId());
            case RESOLVED, HANDED_OVER, LEFT -> false; // it is decided in its layer already, or will be
        };
    }

    /** Tells the team's lead that nobody is left who could take the request, or that the last layer is late. */
    @Transactional
    void tellLead(UUID requestId) {
        var request = requests.forChange(requestId);
        if (!request.isOpen()) {
            return;
        }
        var team = teams.read(request.teamId());
        request.tellLead(clock.instant());
        audit.record(AuditAction.REQUEST_LEAD_TOLD, requestId, Map.of("team", team.name()));
        news.needsLead(request, team);
    }
}
