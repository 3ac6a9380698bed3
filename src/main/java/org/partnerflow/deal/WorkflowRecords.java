package org.partnerflow.deal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.Problems;

/** The workflows of the current organisation. */
@ApplicationScoped
class WorkflowRecords implements PanacheRepositoryBase<Workflow, UUID> {

    Workflow get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problems.notFound("Workflow"));
    }

    /** The default first, the others by name. */
    List<Workflow> inOrder() {
        return list("order by case when defaultFor is null then 1 else 0 end, name, id");
    }

    Optional<Workflow> findDefault() {
        return find("defaultFor is not null").firstResultOptional();
    }

    /** The latest, whatever the transaction has seen before. */
    Optional<Workflow> lockDefault() {
        return find("defaultFor is not null")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Read anew. */
    Optional<UUID> currentVersion(Workflow workflow) {
        getEntityManager().refresh(workflow);
        return Optional.ofNullable(workflow.currentVersionId());
    }

    boolean nameTaken(String name, UUID exceptId) {
        return count("nameKey = ?1 and id <> ?2", NormalForm.key(name), exceptId) > 0;
    }
}
