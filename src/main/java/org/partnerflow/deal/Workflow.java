package org.partnerflow.deal;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.OrganisationRecord;

/** A way that deals go, drawn as a diagram. Its process id is made here and never changes; the diagram has versions. */
@Entity
@Table(name = "deal_workflow")
class Workflow extends OrganisationRecord {
    private String name;

    /** What makes the name unique. */
    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "process_id", updatable = false)
    private String processId;

    /** The organisation, if this is its default workflow: unique, so that there is only one. */
    @Column(name = "default_for")
    @Nullable
    private UUID defaultFor;

    @Column(name = "current_version_id")
    @Nullable
    private UUID currentVersionId;

    protected Workflow() {}

    Workflow(String name) {
        rename(name);
        this.processId = "deal-" + id();
    }

    final void rename(String newName) {
        name = newName;
        nameKey = NormalForm.key(newName);
    }

    void becomeDefaultOf(UUID organisation) {
        defaultFor = organisation;
    }

    void stopBeingDefault() {
        defaultFor = null;
    }

    void published(WorkflowVersion newVersion) {
        currentVersionId = newVersion.id();
    }

    String name() {
        return name;
    }

    String processId() {
        return processId;
    }

    boolean isDefault() {
        return defaultFor != null;
    }

    /** Null until the first version is published. */
    @Nullable
    UUID currentVersionId() {
        return currentVersionId;
    }
}
