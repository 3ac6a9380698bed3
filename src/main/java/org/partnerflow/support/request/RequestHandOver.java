package org.partnerflow.support.request;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;
import org.partnerflow.support.team.EscalationLayer;

/**
 * Takes requests away from who has them, in the layer where they are: somebody else gets them by hand, or the rules choose anew. The
 * process is told, so that its times begin again with the next one; once the team's lead was told, it has no times any more.
 */
@ApplicationScoped
class RequestHandOver {
    @Inject
    RequestAssigner assigner;

    @Inject
    RequestHistory history;

    @Inject
    RequestNews news;

    @Inject
    Processes processes;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** Whoever has the request has left: the rules choose somebody else. Nothing is dropped: for nobody, the lead is told. */
    void takeBack(SupportRequest request) {
        var former = end(request, AssignmentEnd.LEFT, null);
        audit.record(AuditAction.REQUEST_TAKEN_BACK, request.id(), former);
        if (request.leadToldAt() == null) {
            beginAgain(request, AssignmentEnd.LEFT);
        } else if (!assigner.decide(request)) {
            assigner.tellLead(request.id());
        }
    }

    /** Gives a request that is not resolved to somebody whom a person has chosen, whoever has it now. */
    void giveTo(SupportRequest request, EscalationLayer layer, UUID userId, @Nullable String reason) {
        if (userId.equals(request.assigneeId())) {
            throw Problems.conflict("Request %s is assigned to this user already.".formatted(request.name()));
        }
        boolean isTaken = request.assigneeId() != null;
        var details = new HashMap<String, Object>(isTaken ? end(request, AssignmentEnd.HANDED_OVER, reason) : Map.of());
        var now = clock.instant();
        request.assign(userId, layer, now);
        var note = "Assigned by hand by %s.".formatted(actors.current().name()) + (reason == null ? "" : " " + reason);
        history.persist(new RequestAssignment(request.id(), layer, userId, null, note).at(now));
        details.put("layer", layer.name());
        details.put("assigneeId", userId);
        details.put("reason", reason == null ? "" : reason);
        audit.record(AuditAction.REQUEST_ASSIGNED, request.id(), details);
        if (isTaken && request.leadToldAt() == null) {
            beginAgain(request, AssignmentEnd.HANDED_OVER);
        }
        news.assigned(request, layer);
    }

    private Map<String, Object> end(SupportRequest request, AssignmentEnd cause, @Nullable String reason) {
        var details = new HashMap<String, Object>();
        details.put("cause", cause.cause());
        if (request.assigneeId() != null) {
            details.put("from", request.assigneeId());
        }
        history.current(request.id()).ifPresent(assignment -> {
            if (cause == AssignmentEnd.HANDED_OVER) {
                assignment.askedToEnd(actors.current(), reason);
            }
            assignment.end(cause, clock.instant());
            news.lost(request, assignment);
        });
        request.takeBack();
        return details;
    }

    /** Ends the waiting of the process for who had the request; it comes back to the same layer. */
    private void beginAgain(SupportRequest request, AssignmentEnd cause) {
        processes.publish(
                RequestService.ESCALATED,
                request.id(),
                Map.of("cause", cause.cause(), "fromLayer", String.valueOf(request.layerId())));
    }
}
