package org.partnerflow.deal;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as its page shows it.
 *
 * @param current the version that new deals begin on; null until one is published
 * @param publishing whether a version is on its way to the process engine
 * @param version of the record, for changing it
 */
public record WorkflowView(
        UUID id,
        String name,
        String processId,
        boolean isDefault,
        @Nullable Version current,
        boolean publishing,
        int version) {

    static WorkflowView from(Workflow workflow, @Nullable Version current, boolean publishing) {
        return new WorkflowView(
                workflow.id(),
                workflow.name(),
                workflow.processId(),
                workflow.isDefault(),
                current,
                publishing,
                workflow.version());
    }

    /**
     * Who published a diagram, when and why.
     *
     * @param number counted from 1; null while it is on its way to the process engine
     */
    @Schema(name = "WorkflowVersion")
    public record Version(
            UUID id,
            @Nullable Integer number,
            boolean published,
            String comment,
            String publishedBy,
            @Nullable Instant publishedAt) {
        static Version from(WorkflowVersion version) {
            return new Version(
                    version.id(),
                    version.number(),
                    version.state() == WorkflowVersion.State.PUBLISHED,
                    version.remark(),
                    version.authorName(),
                    version.publishedAt());
        }
    }

    /** @param xml BPMN 2.0 */
    @Schema(name = "WorkflowDiagram")
    public record Diagram(Version version, String xml) {}
}
