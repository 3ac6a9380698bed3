package org.partnerflow.support.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.FormerMember;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.rules.Decision;
import org.partnerflow.rules.Decisions;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Permissions;
import org.partnerflow.support.team.TeamService;

/** Reads requests, as far as the current actor may see them. */
@ApplicationScoped
class RequestDirectory {
    private static final int MOST_TEAMS = 200;

    @Inject
    RequestLines lines;

    @Inject
    SupportRequests requests;

    @Inject
    RequestHistory history;

    @Inject
    TeamService teams;

    @Inject
    Decisions decisions;

    @Inject
    CanWork canWork;

    @Inject
    UserService users;

    @Inject
    Actors actors;

    @Inject
    EntityManager entities;

    @Transactional
    Page<RequestView.RequestSummary> list(RequestFilter filter, @Nullable UUID after, int limit) {
        var found = lines.page(filter, after, limit + 1);
        return Page.of(found, limit, line -> line.request().id().toString())
                .map(line -> RequestView.RequestSummary.from(line, actors.current()));
    }

    @Transactional
    RequestView.RequestCounts counts() {
        return new RequestView.RequestCounts(
                lines.count(RequestFilter.RequestListView.OPEN),
                lines.count(RequestFilter.RequestListView.MINE),
                lines.count(RequestFilter.RequestListView.UNASSIGNED),
                lines.count(RequestFilter.RequestListView.OVERDUE));
    }

    @Transactional
    RequestView.RequestDetails read(UUID id) {
        var line = lines.line(id).orElseThrow(() -> requests.unseen(id));
        var request = line.request();
        var viewer = actors.current();
        boolean inside = viewer.kind() != Actor.Kind.CUSTOMER;
        return new RequestView.RequestDetails(
                RequestView.RequestSummary.from(line, viewer),
                request.subject().text(),
                request.subject().product(),
                request.subject().category(),
                line.person().email(),
                inside ? request.responseDueAt() : null,
                inside ? request.resolutionDueAt() : null,
                request.respondedAt(),
                request.resolvedAt(),
                inside ? request.leadToldAt() : null,
                inside ? RequestView.RequestPathLayer.of(line.team(), line.layer()) : List.of(),
                inside
                        ? history.handedOver(id)
                                .map(RequestView.RequestHandedOver::from)
                                .orElse(null)
                        : null,
                actions(request, viewer));
    }

    private static List<RequestView.RequestAction> actions(SupportRequest request, Actor viewer) {
        var actions = new ArrayList<RequestView.RequestAction>();
        boolean works = viewer.may(Permissions.REQUEST_WORK);
        if (request.isOpen() && (works || viewer.kind() == Actor.Kind.CUSTOMER)) {
            actions.add(RequestView.RequestAction.REPLY);
        }
        if (works && request.canEscalate()) {
            actions.add(RequestView.RequestAction.ESCALATE);
        }
        if (works && request.isOpen()) {
            actions.add(RequestView.RequestAction.RESOLVE);
        }
        if (works && viewer.isStaff() && request.isOpen()) {
            actions.add(RequestView.RequestAction.ASSIGN);
        }
        return actions;
    }

    /** The conversation, the oldest message first. */
    @Transactional
    Page<RequestView.RequestMessageView> messages(UUID id, @Nullable UUID after, int limit) {
        requests.visible(id);
        var found = entities.createQuery(
                        "from RequestMessage where requestId = :request and (:after is null or id > :after) order by id",
                        RequestMessage.class)
                .setParameter("request", id)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
        var authors = names(found.stream().map(RequestMessage::authorId).toList());
        var me = actors.current().userId();
        return Page.of(found, limit, message -> message.id().toString())
                .map(message -> new RequestView.RequestMessageView(
                        message.id(),
                        Objects.requireNonNull(authors.get(message.authorId())).name(),
                        message.fromCustomer(),
                        message.authorId().equals(me),
                        message.text(),
                        message.writtenAt()));
    }

    /** Each try to assign the request, the first one first. */
    @Transactional
    List<RequestView.RequestAssignmentView> assignments(UUID id) {
        requests.visible(id);
        var found = history.of(id);
        var people = names(found.stream()
                .map(RequestAssignment::assigneeId)
                .filter(Objects::nonNull)
                .toList());
        var explained =
                decisions.about(id).stream().collect(Collectors.toMap(Decision::id, RequestDirectory::explanation));
        return found.stream()
                .map(assignment -> new RequestView.RequestAssignmentView(
                        assignment.id(),
                        assignment.layerNumber(),
                        assignment.layerName(),
                        people.get(assignment.assigneeId()),
                        assignment.note(),
                        assignment.assignedAt(),
                        assignment.endedAt(),
                        assignment.endedBy(),
                        assignment.askedBy(),
                        assignment.askedReason(),
                        assignment.decisionId() == null ? null : explained.get(assignment.decisionId())))
                .toList();
    }

    private static RequestView.AssignmentDecision explanation(Decision decision) {
        var row = decision.ruling().row();
        return new RequestView.AssignmentDecision(
                decision.version(),
                row == null ? null : row.number(),
                row == null ? null : row.text(),
                decision.ruling().verdicts().stream()
                        .map(verdict -> new RequestView.AssignmentVerdict(
                                verdict.candidateId(), verdict.name(), verdict.standing(), verdict.sentence()))
                        .toList());
    }

    /** The members of the team by layer, each once, then the team's lead, with the reason why they cannot work on it. */
    @Transactional
    List<RequestView.RequestCandidate> candidates(UUID id) {
        var request = requests.visible(id);
        var team = teams.read(request.teamId());
        var layers = new LinkedHashMap<UUID, String>();
        team.layers().forEach(layer -> layer.members().forEach(member -> layers.putIfAbsent(member, layer.name())));
        layers.putIfAbsent(team.leadUserId(), "Lead of the team");
        var names = names(List.copyOf(layers.keySet()));
        var objections = canWork.objections(layers.keySet(), Duty.WORK_ON_REQUESTS);
        var loads = history.loads(layers.keySet());
        return layers.entrySet().stream()
                .map(candidate -> new RequestView.RequestCandidate(
                        candidate.getKey(),
                        names.get(candidate.getKey()).name(),
                        candidate.getValue(),
                        loads.get(candidate.getKey()).open(),
                        objections.get(candidate.getKey())))
                .toList();
    }

    /** The teams that a request can go to. */
    @Transactional
    List<RequestView.RequestRef> teamChoices() {
        return teams.list(null, MOST_TEAMS).items().stream()
                .map(team -> new RequestView.RequestRef(team.id(), team.name()))
                .toList();
    }

    private Map<UUID, RequestView.RequestRef> names(List<UUID> userIds) {
        var names = users.names(userIds);
        var refs = new HashMap<UUID, RequestView.RequestRef>();
        userIds.forEach(
                id -> refs.put(id, new RequestView.RequestRef(id, names.getOrDefault(id, FormerMember.UNKNOWN))));
        return refs;
    }
}
