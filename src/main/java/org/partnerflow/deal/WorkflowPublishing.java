package org.partnerflow.deal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.deal.WorkflowVersion.State;
import org.partnerflow.diagram.DiagramAnalysis;
import org.partnerflow.diagram.DiagramProblem;
import org.partnerflow.diagram.SidePaths;
import org.partnerflow.diagram.check.DiagramCheck;
import org.partnerflow.engine.Diagrams;
import org.partnerflow.outbox.Outbox;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Shutdown;

/**
 * The steps of publishing: the version is stored as being on its way, the outbox brings its diagram to the process engine, and only
 * then it becomes the current one. So a crash or a broker that is away delays a publication, but cannot leave half of one.
 */
@ApplicationScoped
class WorkflowPublishing {
    private static final int LOOKS = 30;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Inject
    WorkflowRecords workflows;

    @Inject
    WorkflowVersions versions;

    @Inject
    WorkflowOccupancy occupancy;

    @Inject
    Outbox outbox;

    @Inject
    Event<WorkflowPublished> published;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Shutdown shutdown;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    private final ConcurrentHashMap<UUID, CompletableFuture<State>> awaited = new ConcurrentHashMap<>();

    List<DiagramProblem> check(Workflow workflow, String diagram) {
        var expected =
                WorkflowWords.expectations(workflow.processId()).withOccupied(occupancy.stagesWithDeals(workflow.id()));
        return DiagramCheck.check(diagram, expected);
    }

    /** Stores a checked diagram as a version on its way. */
    @Transactional(TxType.MANDATORY)
    public WorkflowVersion begin(Workflow workflow, String drawn, String remark) {
        if (versions.publishing(workflow.id()).isPresent()) {
            throw Problems.conflict("A version of this workflow is just being published. Try again in a moment.");
        }
        refuseErrors(check(workflow, drawn));
        var diagram = SidePaths.endedWithTheRecord(drawn, WorkflowWords.IN_DIAGRAMS);
        refuseSame(workflow, diagram);
        var version = new WorkflowVersion(
                workflow.id(),
                diagram,
                write(DiagramAnalysis.of(diagram, WorkflowWords.IN_DIAGRAMS)),
                remark,
                actors.current());
        versions.persistAndFlush(version);
        outbox.append(WorkflowChannel.NAME, version.id(), Map.of());
        return version;
    }

    private static void refuseErrors(List<DiagramProblem> problems) {
        if (problems.stream().anyMatch(DiagramProblem::blocksPublishing)) {
            throw Problems.refused(
                    "The diagram was not published, because something in it is wrong: "
                            + problems.getFirst().message(),
                    Map.of("problems", problems));
        }
    }

    private void refuseSame(Workflow workflow, String diagram) {
        if (workflow.currentVersionId() != null
                && versions.get(workflow.id(), workflow.currentVersionId())
                        .diagram()
                        .equals(diagram)) {
            throw Problems.refused("The diagram is the same as the current version: there is nothing to publish.");
        }
    }

    /** Nobody waits at the end of this node: another one, or its next start, takes what the engine answers. */
    void waitNoLonger(@Observes ShutdownEvent event) {
        awaited.values().forEach(answer -> answer.complete(State.PUBLISHING));
    }

    /** Waits, not for ever, until the process engine has answered, to whichever node; what it says later comes later. */
    State await(UUID versionId) {
        var answer = awaited.computeIfAbsent(versionId, id -> new CompletableFuture<>());
        try {
            var state = state(versionId);
            for (int look = 0; look < LOOKS && state == State.PUBLISHING && !shutdown.hasBegun(); look++) {
                waitFor(answer);
                state = state(versionId);
            }
            return state;
        } finally {
            awaited.remove(versionId);
        }
    }

    private static void waitFor(CompletableFuture<State> answer) {
        try {
            answer.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // another node may have got the answer: look
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private State state(UUID versionId) {
        return QuarkusTransaction.requiringNew().call(() -> versions.findByIdOptional(versionId)
                .map(WorkflowVersion::state)
                .orElse(State.REFUSED));
    }

    /** The version after {@link #await}: published or still on its way; refused (422) if the engine did not accept it. */
    WorkflowView.Version resultOf(UUID workflowId, UUID versionId) {
        var version = versions.findById(versionId);
        if (version.state() == State.REFUSED) {
            refuseErrors(read(version.refusal()));
        }
        return WorkflowView.Version.from(versions.get(workflowId, versionId));
    }

    /** What is on its way to the engine. */
    record Pending(String processId, String diagram) {}

    @Transactional
    public Optional<Pending> pending(UUID versionId) {
        return versions.findByIdOptional(versionId)
                .filter(version -> version.state() == State.PUBLISHING)
                .map(version -> new Pending(workflows.get(version.workflowId()).processId(), version.diagram()));
    }

    @Transactional
    public void finish(UUID versionId, Diagrams.Deployed deployed) {
        var version = versions.findById(versionId, LockModeType.PESSIMISTIC_WRITE);
        if (version.state() == State.PUBLISHING) {
            var workflow = workflows.get(version.workflowId());
            version.published(versions.nextNumber(workflow.id()), deployed, clock.instant());
            workflow.published(version);
            audit.record(
                    AuditAction.WORKFLOW_PUBLISHED,
                    workflow.id(),
                    Map.of("number", version.number(), "comment", version.remark(), "by", version.authorName()));
            published.fire(new WorkflowPublished(workflow.id(), versionId));
        }
    }

    @Transactional
    public void refuse(UUID versionId, List<DiagramProblem> problems) {
        var version = versions.findById(versionId);
        if (version.state() == State.PUBLISHING) {
            version.refused(write(problems));
            audit.record(
                    AuditAction.WORKFLOW_REFUSED,
                    version.workflowId(),
                    Map.of("problem", problems.getFirst().message()));
        }
    }

    /** Tells who waits for a version, after the transaction that settled it. */
    void settled(UUID versionId, State state) {
        var answer = awaited.get(versionId);
        if (answer != null) {
            answer.complete(state);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<DiagramProblem> read(String problems) {
        try {
            return json.readValue(problems, new TypeReference<List<DiagramProblem>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
