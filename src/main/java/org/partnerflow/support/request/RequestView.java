package org.partnerflow.support.request;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.FormerMember;
import org.partnerflow.rules.decision.Ruling;
import org.partnerflow.shared.Actor;
import org.partnerflow.support.team.EscalationLayer;
import org.partnerflow.support.team.Team;

/** What pages show of a request. */
public final class RequestView {
    private RequestView() {}

    /** Something with a name. */
    public record RequestRef(UUID id, String name) {}

    /**
     * A line of a list. The layer and the due time are for those who work on requests; customers get none.
     *
     * @param name what people call it, for example R-17
     * @param dueAt when the next thing must be done; null when nothing is due
     * @param answered whether the customer has had an answer, of whoever had the request then
     */
    public record RequestSummary(
            UUID id,
            String name,
            String subject,
            Priority priority,
            RequestState state,
            RequestRef customer,
            RequestRef orgUnit,
            RequestRef team,
            @Nullable RequestRef layer,
            @Nullable RequestRef assignee,
            @Nullable Instant dueAt,
            boolean answered,
            Instant createdAt) {

        static RequestSummary from(RequestLine line, Actor viewer) {
            var request = line.request();
            boolean inside = viewer.kind() != Actor.Kind.CUSTOMER;
            return new RequestSummary(
                    request.id(),
                    request.name(),
                    request.subject().title(),
                    request.subject().priority(),
                    request.state(),
                    new RequestRef(line.customer().id(), line.person().name()),
                    new RequestRef(line.unit().id(), line.unit().name()),
                    new RequestRef(line.team().id(), line.team().name()),
                    inside && line.layer() != null
                            ? new RequestRef(line.layer().id(), line.layer().name())
                            : null,
                    request.assigneeId() == null
                            ? null
                            : new RequestRef(
                                    request.assigneeId(),
                                    Objects.requireNonNullElse(line.assigneeName(), FormerMember.UNKNOWN)),
                    inside ? request.dueAt() : null,
                    request.respondedAt() != null,
                    request.createdAt());
        }
    }

    /** What the viewer can do with a request now. */
    public enum RequestAction {
        REPLY,
        ESCALATE,
        RESOLVE,
        ASSIGN
    }

    /** Where a layer lies on the way of a request. */
    public enum LayerPassage {
        PASSED,
        CURRENT,
        AHEAD
    }

    /** A layer of the team, on the way of a request. */
    public record RequestPathLayer(
            UUID id, String name, int responseMinutes, int resolutionMinutes, LayerPassage passage) {
        static RequestPathLayer from(EscalationLayer layer, int current) {
            var passage = layer.number() < current
                    ? LayerPassage.PASSED
                    : layer.number() == current ? LayerPassage.CURRENT : LayerPassage.AHEAD;
            return new RequestPathLayer(
                    layer.id(),
                    layer.name(),
                    (int) layer.responseTime().toMinutes(),
                    (int) layer.resolutionTime().toMinutes(),
                    passage);
        }

        static List<RequestPathLayer> of(Team team, @Nullable EscalationLayer at) {
            int current = at == null ? 0 : at.number();
            return team.layers().stream().map(layer -> from(layer, current)).toList();
        }
    }

    /**
     * A request as its page shows it.
     *
     * @param path the team's layers in order; empty for customers
     * @param handedOver how it came to who has it now; null for the first one, and for customers
     * @param leadToldAt since when the team's lead knows that the last layer did not manage it
     */
    public record RequestDetails(
            RequestSummary summary,
            String text,
            @Nullable String product,
            @Nullable String category,
            @Nullable String customerEmail,
            @Nullable Instant responseDueAt,
            @Nullable Instant resolutionDueAt,
            @Nullable Instant respondedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant leadToldAt,
            List<RequestPathLayer> path,
            @Nullable RequestHandedOver handedOver,
            List<RequestAction> actions) {}

    /**
     * How the request came to where it is now.
     *
     * @param layer where it was before
     * @param askedBy who escalated it or handed it over; null when time ran out or somebody has left
     * @param reason what they wrote
     */
    public record RequestHandedOver(
            String layer,
            @Nullable AssignmentEnd cause,
            @Nullable String askedBy,
            @Nullable String reason,
            @Nullable Instant at) {
        static RequestHandedOver from(RequestAssignment assignment) {
            return new RequestHandedOver(
                    assignment.layerName(),
                    assignment.endedBy(),
                    assignment.askedBy(),
                    assignment.askedReason(),
                    assignment.endedAt());
        }
    }

    /**
     * Somebody whom a request could be given to.
     *
     * @param refusal why they cannot work on it, in a sentence; null if they can
     */
    public record RequestCandidate(
            UUID userId,
            String name,
            String layer,
            int openRequests,
            @Nullable String refusal) {}

    /** A message of the conversation. */
    public record RequestMessageView(
            UUID id, String author, boolean fromCustomer, boolean mine, String text, Instant at) {}

    /**
     * One try to assign the request.
     *
     * @param assignee null if nobody in the layer could take it
     * @param askedBy who escalated it or handed it over, and {@code reason} what they wrote
     * @param decision how the rules came to it; null if somebody assigned by hand
     */
    public record RequestAssignmentView(
            UUID id,
            int layerNumber,
            String layer,
            @Nullable RequestRef assignee,
            String note,
            Instant assignedAt,
            @Nullable Instant endedAt,
            @Nullable AssignmentEnd endedBy,
            @Nullable String askedBy,
            @Nullable String reason,
            @Nullable AssignmentDecision decision) {}

    /**
     * How the rules came to an assignment.
     *
     * @param version of the decision table
     * @param rowNumber the row that fired, counted from 1; null if none matched
     * @param verdicts one for each member of the layer, the chosen one first
     */
    public record AssignmentDecision(
            int version,
            @Nullable Integer rowNumber,
            @Nullable String rowText,
            List<AssignmentVerdict> verdicts) {}

    /** Why a member of the layer was chosen, or was not; {@code standing} is CHOSEN, ELIGIBLE or EXCLUDED. */
    public record AssignmentVerdict(UUID userId, String name, Ruling.Standing standing, String sentence) {}

    /** How many requests each view holds. */
    public record RequestCounts(long open, long mine, long unassigned, long overdue) {}
}
