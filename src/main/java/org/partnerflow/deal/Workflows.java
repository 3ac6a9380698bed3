package org.partnerflow.deal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.partnerflow.diagram.Closings;
import org.partnerflow.diagram.DiagramAnalysis;
import org.partnerflow.diagram.WaitingPlaces;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** What deals need to know of workflows and their published versions. A published version never changes, so it is kept in memory. */
@ApplicationScoped
class Workflows {
    private static final int KEPT = 500;

    @Inject
    WorkflowRecords workflows;

    @Inject
    WorkflowVersions versions;

    @Inject
    WorkflowService service;

    @Inject
    Actors actors;

    @Inject
    ObjectMapper json;

    private final ConcurrentHashMap<UUID, Version> kept = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, WaitingPlaces> places = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, Closings> closings = new ConcurrentHashMap<>();

    /** A workflow that deals can run in, and the version that new ones begin on: the first one may still be on its way to the engine. */
    record Ready(UUID id, String name, String processId, boolean isDefault, Version current) {}

    /**
     * A published version.
     *
     * @param number as people count: 1, 2, 3
     * @param published whether the engine knows it; else it has no process version and definition key yet
     * @param processVersion as the engine counts; a diagram that is published again unchanged keeps it
     * @param definitionKey of the process definition in the engine, for moving running deals to it
     * @param carriesTimers whether timers go on where they were when a deal begins anew on it
     */
    record Version(
            UUID id,
            UUID organisationId,
            UUID workflowId,
            int number,
            boolean published,
            int processVersion,
            long definitionKey,
            boolean carriesTimers,
            DiagramAnalysis analysis) {}

    /** The workflow in which deals begin when nobody says otherwise; made from the shipped diagram at the first need. */
    @Transactional
    Ready defaultWorkflow() {
        return workflows.findDefault().flatMap(this::ready).orElseGet(() -> {
            var made = service.createDefault();
            return ready(made.workflow(), version(made.version().id()));
        });
    }

    /** A workflow with a version; 404 for any other. */
    @Transactional
    Ready workflow(UUID id) {
        return ready(workflows.get(id)).orElseThrow(() -> Problems.notFound("Workflow"));
    }

    /** All workflows with a version, the default first. */
    @Transactional
    List<Ready> all() {
        return workflows.inOrder().stream()
                .flatMap(workflow -> ready(workflow).stream())
                .toList();
    }

    /** A version by its id, published or on its way; 404 for any other. */
    @Transactional
    Version version(UUID id) {
        var known = kept.get(id);
        if (known != null && known.organisationId().equals(actors.current().organisation())) {
            return known;
        }
        var read = versions.findByIdOptional(id)
                .filter(version -> version.state() != WorkflowVersion.State.REFUSED)
                .map(this::read)
                .orElseThrow(() -> Problems.notFound("Version"));
        if (read.published()) {
            keep(kept, id, read);
        }
        return read;
    }

    /** Where deals stay on a version that {@link #version} has answered with. */
    @Transactional
    WaitingPlaces places(Version version) {
        var known = places.get(version.id());
        if (known == null) {
            known = WaitingPlaces.of(versions.findById(version.id()).diagram(), WorkflowWords.IN_DIAGRAMS);
            keep(places, version.id(), known);
        }
        return known;
    }

    /** What may go on when a deal is closed on a version that {@link #version} has answered with. */
    @Transactional
    Closings closings(Version version) {
        var known = closings.get(version.id());
        if (known == null) {
            known = Closings.of(versions.findById(version.id()).diagram(), WorkflowWords.IN_DIAGRAMS);
            keep(closings, version.id(), known);
        }
        return known;
    }

    private static <T> void keep(ConcurrentHashMap<UUID, T> all, UUID id, T one) {
        if (all.size() >= KEPT) {
            all.clear();
        }
        all.put(id, one);
    }

    /** What the engine counts may have changed. */
    void forget() {
        kept.clear();
    }

    /** The version on which a process instance runs, by the engine's own count. */
    @Transactional
    Optional<Version> running(UUID workflowId, int processVersion) {
        return versions.running(workflowId, processVersion).map(this::version);
    }

    private Optional<Ready> ready(Workflow workflow) {
        return Optional.ofNullable(workflow.currentVersionId())
                .or(() -> versions.publishing(workflow.id()).map(WorkflowVersion::id))
                .or(() -> workflows.currentVersion(workflow)) // it has just been published
                .map(current -> ready(workflow, version(current)));
    }

    private static Ready ready(Workflow workflow, Version current) {
        return new Ready(workflow.id(), workflow.name(), workflow.processId(), workflow.isDefault(), current);
    }

    private Version read(WorkflowVersion version) {
        try {
            return new Version(
                    version.id(),
                    version.organisationId(),
                    version.workflowId(),
                    version.number() == null ? versions.nextNumber(version.workflowId()) : version.number(),
                    version.state() == WorkflowVersion.State.PUBLISHED,
                    Objects.requireNonNullElse(version.processVersion(), 0),
                    Objects.requireNonNullElse(version.definitionKey(), 0L),
                    version.carriesTimers(),
                    json.readValue(version.analysis(), DiagramAnalysis.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected the analysis of version " + version.id() + " as JSON", e);
        }
    }
}
