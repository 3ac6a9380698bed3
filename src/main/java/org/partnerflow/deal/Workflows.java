package org.partnerflow.deal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.partnerflow.diagram.DiagramAnalysis;
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

    /** A workflow that deals can run in, and the version that new ones begin on. */
    record Ready(UUID id, String name, String processId, boolean isDefault, Version current) {}

    /**
     * A published version.
     *
     * @param number as people count: 1, 2, 3
     * @param processVersion as the engine counts; a diagram that is published again unchanged keeps it
     * @param definitionKey of the process definition in the engine, for moving running deals to it
     */
    record Version(
            UUID id,
            UUID organisationId,
            UUID workflowId,
            int number,
            int processVersion,
            long definitionKey,
            DiagramAnalysis analysis) {}

    /** The workflow in which deals begin when nobody says otherwise; made from the shipped diagram at the first need. */
    @Transactional
    Ready defaultWorkflow() {
        return workflows.findDefault().flatMap(this::ready).orElseGet(() -> {
            var version = service.createDefault();
            return new Ready(
                    version.workflowId(), version.workflowName(), version.processId(), true, version(version.id()));
        });
    }

    /** A workflow with a published version; 404 for any other. */
    @Transactional
    Ready workflow(UUID id) {
        return ready(workflows.get(id)).orElseThrow(() -> Problems.notFound("Workflow"));
    }

    /** All workflows with a published version, the default first. */
    @Transactional
    List<Ready> all() {
        return workflows.inOrder().stream()
                .flatMap(workflow -> ready(workflow).stream())
                .toList();
    }

    /** A published version by its id; 404 for any other. */
    @Transactional
    Version version(UUID id) {
        var known = kept.get(id);
        if (known != null && known.organisationId().equals(actors.current().organisation())) {
            return known;
        }
        var read = versions.findByIdOptional(id)
                .filter(version -> version.state() == WorkflowVersion.State.PUBLISHED)
                .map(this::read)
                .orElseThrow(() -> Problems.notFound("Version"));
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        kept.put(id, read);
        return read;
    }

    /** The version on which a process instance runs, by the engine's own count. */
    @Transactional
    Optional<Version> running(UUID workflowId, int processVersion) {
        return versions.running(workflowId, processVersion).map(this::version);
    }

    private Optional<Ready> ready(Workflow workflow) {
        return Optional.ofNullable(workflow.currentVersionId())
                .map(current -> new Ready(
                        workflow.id(), workflow.name(), workflow.processId(), workflow.isDefault(), version(current)));
    }

    private Version read(WorkflowVersion version) {
        try {
            return new Version(
                    version.id(),
                    version.organisationId(),
                    version.workflowId(),
                    version.number(),
                    version.processVersion(),
                    version.definitionKey(),
                    json.readValue(version.analysis(), DiagramAnalysis.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected the analysis of version " + version.id() + " as JSON", e);
        }
    }
}
