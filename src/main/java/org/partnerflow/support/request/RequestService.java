package org.partnerflow.support.request;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.partner.Picklists;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;
import org.partnerflow.support.customer.CustomerService;
import org.partnerflow.support.team.EscalationLayer;
import org.partnerflow.support.team.Team;
import org.partnerflow.support.team.TeamService;

/** What people do with support requests. */
@ApplicationScoped
public class RequestService {
    static final String PROCESS = "request-escalation";
    static final String ESCALATED = PROCESS + ".escalated";

    @Inject
    SupportRequests requests;

    @Inject
    RequestHistory history;

    @Inject
    RequestAssigner assigner;

    @Inject
    RequestHandOver handOver;

    @Inject
    CanWork canWork;

    @Inject
    RequestNews news;

    @Inject
    CustomerService customers;

    @Inject
    TeamService teams;

    @Inject
    Processes processes;

    @Inject
    Picklists picklists;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Logs a request and starts its process.
     *
     * @param customerId for whom; customers log their own and give none
     * @param teamId may be left out where there is one team only
     */
    @Transactional
    public UUID log(Subject subject, @Nullable UUID customerId, @Nullable UUID teamId) {
        var customer = customerFor(customerId);
        var team = teamFor(teamId);
        var request =
                new SupportRequest(requests.nextNumber(), subject.chosen(picklists.offered()), customer, team.id());
        requests.persist(request);
        processes.start(PROCESS, request.id(), Map.of());
        audit.record(AuditAction.REQUEST_LOGGED, request.id(), Map.of("number", request.number(), "team", team.name()));
        return request.id();
    }

    private UUID customerFor(@Nullable UUID customerId) {
        var actor = actors.current();
        if (actor.kind() == Actor.Kind.CUSTOMER) {
            if (customerId != null) {
                throw Problems.invalid("customerId", "Expected no customer: you log requests for yourself.");
            }
            return customers
                    .ofUser(actor.user())
                    .orElseThrow(
                            () -> Problems.refused(
                                    "You belong to no org unit yet. Ask the support to add you to one; then you can log requests."))
                    .id();
        }
        if (customerId == null) {
            throw Problems.invalid("customerId", "Expected the customer that the request is from.");
        }
        return customers.read(customerId).customer().id();
    }

    private Team teamFor(@Nullable UUID teamId) {
        if (teamId != null) {
            return teams.read(teamId);
        }
        var some = teams.list(null, 2).items();
        if (some.isEmpty()) {
            throw Problems.refused("No team takes requests yet. An administrator adds one on the page Teams.");
        }
        if (some.size() > 1) {
            throw Problems.invalid("teamId", "Expected the team that the request goes to.");
        }
        return some.getFirst();
    }

    /** Adds a message to the conversation. The first one of the person who has the request is the response that is due. */
    @Transactional
    public void respond(UUID id, String text) {
        var request = expectOpen(requests.visibleForChange(id));
        var actor = actors.current();
        boolean fromCustomer = actor.kind() == Actor.Kind.CUSTOMER;
        if (!fromCustomer) {
            expectWorker(actor);
        }
        entities.persist(new RequestMessage(id, actor.user(), fromCustomer, text, clock.instant()));
        if (fromCustomer) {
            audit.record(AuditAction.REQUEST_REPLIED, id, Map.of());
            news.replied(request);
            return;
        }
        request.answered(clock.instant());
        if (request.state() == RequestState.ASSIGNED) {
            request.respond(clock.instant());
            tellProcessOfResponse(request);
        }
        audit.record(AuditAction.REQUEST_RESPONDED, id, Map.of());
        news.answered(request, actor.name());
    }

    /** Takes the request away from who has it, to the next layer; from the last one, to the team's lead. */
    @Transactional
    public void escalate(UUID id, @Nullable String reason) {
        var request = requests.visibleForChange(id);
        expectWorker(actors.current());
        request.expectCanEscalate();
        var why = Texts.optionalLine("reason", reason, 500);
        history.current(id).ifPresent(assignment -> assignment.askedToEnd(actors.current(), why));
        processes.publish(
                ESCALATED,
                id,
                Map.of("cause", AssignmentEnd.BY_HAND.cause(), "fromLayer", String.valueOf(request.layerId())));
        audit.record(AuditAction.REQUEST_ESCALATION_ASKED, id, Map.of("reason", why == null ? "" : why));
    }

    /** Closes the request; {@code text} is the last message to the customer. */
    @Transactional
    public void resolve(UUID id, @Nullable String text) {
        var request = requests.visibleForChange(id);
        var actor = actors.current();
        expectWorker(actor);
        var now = clock.instant();
        request.resolve(now);
        if (text != null && !text.isBlank()) {
            entities.persist(new RequestMessage(id, actor.user(), false, text, now));
        }
        history.current(id).ifPresent(assignment -> assignment.end(AssignmentEnd.RESOLVED, now));
        tellProcessOfResponse(request); // resolving counts as responding
        processes.publish(PROCESS + ".resolved", id, Map.of());
        audit.record(AuditAction.REQUEST_RESOLVED, id, Map.of());
        news.answered(request, actor.name());
    }

    /** Gives a request that is not resolved to a member of its team, in any layer, or to the team's lead; whoever has it loses it. */
    @Transactional
    public void assign(UUID id, UUID userId, @Nullable String reason) {
        gate.pass();
        var request = expectOpen(requests.visibleForChange(id));
        var actor = actors.current();
        expectWorker(actor);
        if (!actor.isStaff()) {
            throw Problems.forbidden("Expected a member of staff. Escalate the request instead.");
        }
        canWork.expect("userId", userId, Duty.WORK_ON_REQUESTS);
        var team = teams.read(request.teamId());
        handOver.giveTo(request, layerOf(userId, request, team), userId, Texts.optionalLine("reason", reason, 500));
    }

    /** The layer at hand before others. The lead is in no layer: the request stays where it is, or begins in the first one. */
    private static EscalationLayer layerOf(UUID userId, SupportRequest request, Team team) {
        var own = team.layers().stream()
                .filter(layer -> layer.members().contains(userId))
                .toList();
        var candidates = own.isEmpty() && userId.equals(team.leadUserId()) ? team.layers() : own;
        return candidates.stream()
                .filter(layer -> layer.id().equals(request.layerId()))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElseThrow(() -> Problems.refused((own.isEmpty() && userId.equals(team.leadUserId())
                                ? "Team %s has no layers yet. Add one first."
                                : "Expected a member of team %s, but this user is in none of its layers.")
                        .formatted(team.name())));
    }

    void tellProcessOfResponse(SupportRequest request) {
        var left = assigner.timeLeft(request.resolutionDueAt());
        processes.publish(PROCESS + ".responded", request.id(), Map.of("resolutionTime", left.toString()));
    }

    private static SupportRequest expectOpen(SupportRequest request) {
        if (!request.isOpen()) {
            throw Problems.conflict(
                    "Request %s is resolved. Log a new one, and name this one in it.".formatted(request.name()));
        }
        return request;
    }

    private static void expectWorker(Actor actor) {
        if (!actor.may(Permissions.REQUEST_WORK)) {
            throw Problems.forbidden("Expected somebody who works on requests, for example a technician.");
        }
    }
}
