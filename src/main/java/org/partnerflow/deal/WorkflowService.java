package org.partnerflow.deal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.diagram.DiagramProblem;
import org.partnerflow.diagram.ShippedDiagrams;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.CreationLock;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Workflows as ops managers edit them: making, naming, checking, publishing, going back. */
@ApplicationScoped
class WorkflowService {
    private static final String SHIPPED = "deal-progression";
    private static final String DEFAULT_NAME = "Deals";

    @Inject
    WorkflowRecords workflows;

    @Inject
    WorkflowVersions versions;

    @Inject
    WorkflowPublishing publishing;

    @Inject
    CreationLock creation;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    /** A workflow whose first version is on its way to the process engine. */
    record Made(Workflow workflow, WorkflowVersion version) {}

    @Transactional
    public List<WorkflowView> list() {
        return views(workflows.inOrder());
    }

    @Transactional
    public WorkflowView read(UUID id) {
        return view(workflows.get(id));
    }

    /** Makes a workflow from the shipped diagram and publishes it. */
    public WorkflowView create(String name) {
        var checked = Texts.line("name", name, 120);
        var made = QuarkusTransaction.requiringNew().call(() -> {
            creation.take("workflow");
            return makeFromShipped(checked, workflows.findDefault().isEmpty());
        });
        publishing.await(made.version().id());
        return QuarkusTransaction.requiringNew().call(() -> read(made.workflow().id()));
    }

    /**
     * Makes the organisation's default workflow in the caller's transaction, unless somebody else was quicker. Its diagram reaches the
     * process engine by the outbox, and the deals that have begun until then start after it.
     */
    @Transactional(TxType.MANDATORY)
    public Made createDefault() {
        creation.take("workflow");
        return workflows
                .lockDefault()
                .map(existing -> new Made(
                        existing,
                        versions.lockPublishing(existing.id())
                                .orElseThrow(() ->
                                        Problems.conflict("The default workflow has no version yet. Publish one."))))
                .orElseGet(() -> makeFromShipped(DEFAULT_NAME, true));
    }

    private Made makeFromShipped(String name, boolean asDefault) {
        var workflow = new Workflow(name);
        expectFree(name, workflow.id());
        if (asDefault) {
            workflow.becomeDefaultOf(actors.current().organisation());
        }
        workflows.persistAndFlush(workflow);
        audit.record(AuditAction.WORKFLOW_CREATED, workflow.id(), Map.of("name", name));
        var diagram = ShippedDiagrams.copyOf(SHIPPED, workflow.processId(), name);
        return new Made(workflow, publishing.begin(workflow, diagram, "The workflow as shipped"));
    }

    @Transactional
    public WorkflowView rename(UUID id, int version, String name) {
        var workflow = workflows.get(id);
        workflow.expectVersion(version);
        var checked = Texts.line("name", name, 120);
        expectFree(checked, id);
        audit.record(AuditAction.WORKFLOW_RENAMED, id, Map.of("from", workflow.name(), "to", checked));
        workflow.rename(checked);
        workflows.flush();
        return view(workflow);
    }

    /** From now on deals begin in this workflow when nobody says otherwise. */
    @Transactional
    public WorkflowView makeDefault(UUID id) {
        var workflow = workflows.get(id);
        if (workflow.currentVersionId() == null) {
            throw Problems.refused("Expected a published workflow, but %s has no version yet. Publish it first."
                    .formatted(workflow.name()));
        }
        if (!workflow.isDefault()) {
            workflows.findDefault().ifPresent(Workflow::stopBeingDefault);
            workflows.flush();
            workflow.becomeDefaultOf(workflow.organisationId());
            workflows.flush();
            audit.record(AuditAction.WORKFLOW_MADE_DEFAULT, id, Map.of("name", workflow.name()));
        }
        return view(workflow);
    }

    @Transactional
    public List<DiagramProblem> check(UUID id, String diagram) {
        return publishing.check(workflows.get(id), diagram);
    }

    /** Publishes a diagram as the newest version. Any failure leaves all as it was. */
    public WorkflowView.Version publish(UUID id, String diagram, String remark, @Nullable UUID basedOn) {
        var why = Texts.line("comment", remark, 500);
        var begun = QuarkusTransaction.requiringNew().call(() -> {
            var workflow = workflows.get(id);
            if (basedOn != null && !basedOn.equals(workflow.currentVersionId())) {
                throw Problems.conflict(
                        "Somebody else published a version since you opened the diagram. Compare yours with it, then publish"
                                + " again.",
                        Map.of("currentVersionId", String.valueOf(workflow.currentVersionId())));
            }
            return publishing.begin(workflow, diagram, why).id();
        });
        publishing.await(begun);
        return QuarkusTransaction.requiringNew().call(() -> publishing.resultOf(id, begun));
    }

    /** Publishes the diagram of an older version anew. */
    public WorkflowView.Version restore(UUID id, UUID versionId, String remark) {
        var diagram = QuarkusTransaction.requiringNew()
                .call(() -> versions.get(workflows.get(id).id(), versionId).diagram());
        return publish(id, diagram, remark, null);
    }

    @Transactional
    public Page<WorkflowView.Version> versions(UUID id, @Nullable UUID before, int limit) {
        var workflow = workflows.get(id);
        return Page.of(versions.newestFirst(workflow.id(), before, limit + 1), limit, version -> version.id()
                        .toString())
                .map(WorkflowView.Version::from);
    }

    @Transactional
    public WorkflowView.Diagram diagram(UUID id, UUID versionId) {
        var version = versions.get(workflows.get(id).id(), versionId);
        return new WorkflowView.Diagram(WorkflowView.Version.from(version), version.diagram());
    }

    private void expectFree(String name, UUID exceptId) {
        if (workflows.nameTaken(name, exceptId)) {
            throw Problems.conflict("There is a workflow of this name already. Choose another name.");
        }
    }

    private WorkflowView view(Workflow workflow) {
        return views(List.of(workflow)).getFirst();
    }

    private List<WorkflowView> views(List<Workflow> found) {
        var current = versions.byId(found.stream()
                .map(Workflow::currentVersionId)
                .filter(Objects::nonNull)
                .toList());
        var publishing = versions.publishing(found.stream().map(Workflow::id).toList());
        return found.stream()
                .map(workflow -> {
                    var version = workflow.currentVersionId() == null ? null : current.get(workflow.currentVersionId());
                    return WorkflowView.from(
                            workflow,
                            version == null ? null : WorkflowView.Version.from(version),
                            publishing.contains(workflow.id()));
                })
                .toList();
    }
}
