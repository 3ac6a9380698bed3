package org.partnerflow.deal;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramProblem;
import org.partnerflow.diagram.DiagramTemplates;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/workflows")
public class WorkflowResource {
    @Inject
    WorkflowService workflows;

    public record NewWorkflow(@NotBlank @Size(max = 120) String name) {}

    public record WorkflowChange(
            @NotNull Integer version,
            @NotBlank @Size(max = 120) String name) {}

    public record DiagramToCheck(@NotBlank String diagram) {}

    /** @param basedOn the version that was edited: refused with 409 if another one has been published since */
    public record Publication(
            @NotBlank String diagram,
            @NotBlank @Size(max = 500) String comment,
            @Nullable UUID basedOn) {}

    public record Restoration(@NotBlank @Size(max = 500) String comment) {}

    /** @param publishable whether none of the problems is an error */
    public record CheckResult(boolean publishable, List<DiagramProblem> problems) {
        static CheckResult of(List<DiagramProblem> problems) {
            return new CheckResult(problems.stream().noneMatch(DiagramProblem::blocksPublishing), problems);
        }
    }

    /** The default workflow first, the others by name. */
    @GET
    @PermissionsAllowed(Permissions.WORKFLOW_VIEW)
    public List<WorkflowView> list() {
        return workflows.list();
    }

    /** Makes a workflow from the shipped diagram. */
    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.WORKFLOW_EDIT)
    public WorkflowView create(@NotNull @Valid NewWorkflow form) {
        return workflows.create(form.name());
    }

    /** The building blocks of workflows, as element templates of the modeler. */
    @GET
    @Path("/templates")
    @PermissionsAllowed(Permissions.WORKFLOW_VIEW)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
    public List<JsonNode> templates() {
        return DiagramTemplates.forJobTypes(WorkflowWords.JOB_TYPES);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.WORKFLOW_VIEW)
    public WorkflowView read(@PathParam("id") UUID id) {
        return workflows.read(id);
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.WORKFLOW_EDIT)
    public WorkflowView rename(@PathParam("id") UUID id, @NotNull @Valid WorkflowChange form) {
        return workflows.rename(id, form.version(), form.name());
    }

    /** Makes this the workflow in which deals begin when nobody says otherwise. */
    @PUT
    @Path("/{id}/default")
    @PermissionsAllowed(Permissions.WORKFLOW_EDIT)
    public WorkflowView makeDefault(@PathParam("id") UUID id) {
        return workflows.makeDefault(id);
    }

    /** Says what is wrong in a diagram, and where. Stores nothing. */
    @POST
    @Path("/{id}/check")
    @PermissionsAllowed(Permissions.WORKFLOW_EDIT)
    public CheckResult check(@PathParam("id") UUID id, @NotNull @Valid DiagramToCheck form) {
        return CheckResult.of(workflows.check(id, form.diagram()));
    }

    /** Newest first. */
    @GET
    @Path("/{id}/versions")
    @PermissionsAllowed(Permissions.WORKFLOW_VIEW)
    public Page<WorkflowView.Version> versions(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return workflows.versions(id, page.afterId(), page.limit());
    }

    /**
     * Publishes a diagram: new deals begin on it, running ones stay on their version. A diagram with errors is refused (422) with its
     * problems. {@code published} is false when the process engine has not answered yet; it is then published as soon as it does.
     */
    @POST
    @Path("/{id}/versions")
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.WORKFLOW_PUBLISH)
    public WorkflowView.Version publish(@PathParam("id") UUID id, @NotNull @Valid Publication form) {
        return workflows.publish(id, form.diagram(), form.comment(), form.basedOn());
    }

    @GET
    @Path("/{id}/versions/{versionId}")
    @PermissionsAllowed(Permissions.WORKFLOW_VIEW)
    public WorkflowView.Diagram diagram(@PathParam("id") UUID id, @PathParam("versionId") UUID versionId) {
        return workflows.diagram(id, versionId);
    }

    /** Publishes the diagram of an older version as the newest one. */
    @POST
    @Path("/{id}/versions/{versionId}/restore")
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.WORKFLOW_PUBLISH)
    public WorkflowView.Version restore(
            @PathParam("id") UUID id, @PathParam("versionId") UUID versionId, @NotNull @Valid Restoration form) {
        return workflows.restore(id, versionId, form.comment());
    }
}
