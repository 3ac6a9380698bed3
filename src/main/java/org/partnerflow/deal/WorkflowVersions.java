package org.partnerflow.deal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.deal.WorkflowVersion.State;
import org.partnerflow.shared.Problems;

/** The versions of workflows of the current organisation. */
@ApplicationScoped
class WorkflowVersions implements PanacheRepositoryBase<WorkflowVersion, UUID> {

    WorkflowVersion get(UUID workflowId, UUID id) {
        return findByIdOptional(id)
                .filter(version -> version.workflowId().equals(workflowId))
                .filter(version -> version.state() != State.REFUSED)
                .orElseThrow(() -> Problems.notFound("Version"));
    }

    /** Published and publishing ones, newest first, older than {@code before}. */
    List<WorkflowVersion> newestFirst(UUID workflowId, @Nullable UUID before, int most) {
        return find(
                        "workflowId = ?1 and state <> ?2 and (?3 is null or id < ?3) order by id desc",
                        workflowId,
                        State.REFUSED,
                        before)
                .page(0, most)
                .list();
    }

    Map<UUID, WorkflowVersion> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1 and state <> ?2", Set.copyOf(ids), State.REFUSED).stream()
                        .collect(Collectors.toMap(WorkflowVersion::id, version -> version));
    }

    /** Those of the workflows that have a version on its way to the process engine. */
    Set<UUID> publishing(Collection<UUID> workflowIds) {
        return workflowIds.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createQuery(
                                "select publishingOf from WorkflowVersion where publishingOf in :workflows", UUID.class)
                        .setParameter("workflows", workflowIds)
                        .getResultList());
    }

    Optional<WorkflowVersion> publishing(UUID workflowId) {
        return find("publishingOf", workflowId).firstResultOptional();
    }

    /** The version that the engine knows by this definition; the newest of the process where no definition is named. */
    Optional<WorkflowVersion> ofDefinition(String processId, long definitionKey) {
        return find("""
                        workflowId = (select id from Workflow where processId = ?1) and number is not null
                            and (?2 <= 0 or definitionKey = ?2) order by id desc""", processId, definitionKey).firstResultOptional();
    }

    /** The first version of a workflow, published or on its way, whatever the transaction has seen before. */
    Optional<WorkflowVersion> lockPublishing(UUID workflowId) {
        return find("workflowId = ?1 and state <> ?2 order by id desc", workflowId, State.REFUSED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locked until the transaction ends: whether the engine knows a version decides who starts a deal on it. */
    boolean lockIfPublishing(UUID id) {
        var version = findById(id);
        getEntityManager().refresh(version, LockModeType.PESSIMISTIC_WRITE);
        return version.state() == State.PUBLISHING;
    }

    int nextNumber(UUID workflowId) {
        Integer last = getEntityManager()
                .createQuery("select max(number) from WorkflowVersion where workflowId = :id", Integer.class)
                .setParameter("id", workflowId)
                .getSingleResult();
        return last == null ? 1 : last + 1;
    }

    /** The id of the version that the process engine knows by this number; where several have the same diagram, the newest. */
    Optional<UUID> running(UUID workflowId, int processVersion) {
        return getEntityManager()
                .createQuery("""
                        select id from WorkflowVersion
                        where workflowId = :workflow and processVersion = :version order by id desc""", UUID.class)
                .setParameter("workflow", workflowId)
                .setParameter("version", processVersion)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
