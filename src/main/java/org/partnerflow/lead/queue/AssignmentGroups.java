package org.partnerflow.lead.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.partnerflow.shared.NormalForm;

@ApplicationScoped
public class AssignmentGroups implements PanacheRepositoryBase<AssignmentGroup, UUID> {

    public List<AssignmentGroup> byName() {
        return list("order by name, id");
    }

    Optional<AssignmentGroup> named(String name) {
        return find("nameKey", NormalForm.key(name)).firstResultOptional();
    }

    /** The ids of the groups that a partner user is a member of. */
    List<UUID> withMember(UUID partnerUserId) {
        return getEntityManager()
                .createQuery("select groupId from GroupMember where memberId = :member order by groupId", UUID.class)
                .setParameter("member", partnerUserId)
                .getResultList();
    }

    List<GroupMember> membersOf(UUID groupId) {
        return getEntityManager()
                .createQuery("from GroupMember where groupId = :group order by place", GroupMember.class)
                .setParameter("group", groupId)
                .getResultList();
    }

    /** The members of all groups by group, each in order of their places. */
    Map<UUID, List<GroupMember>> members() {
        return getEntityManager()
                .createQuery("from GroupMember order by groupId, place", GroupMember.class)
                .getResultStream()
                .collect(Collectors.groupingBy(GroupMember::groupId));
    }

    /**
     * The turns of all groups. Those that may be moved on are locked until the transaction ends: whoever assigns next from one of them
     * waits and sees the turns as they are then; nobody waits for a group that is not asked.
     */
    public List<Turns> turns(Predicate<AssignmentGroup> moved) {
        var groups = list("order by id");
        var ids = groups.stream().filter(moved).map(AssignmentGroup::id).toList();
        if (!ids.isEmpty()) {
            find("id in ?1 order by id", ids)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list();
            lockMembers(ids);
        }
        var members = getEntityManager()
                .createQuery("from GroupMember order by groupId, place", GroupMember.class)
                .getResultStream()
                .collect(Collectors.groupingBy(GroupMember::groupId));
        return groups.stream()
                .map(group -> new Turns(group, members.getOrDefault(group.id(), List.of())))
                .toList();
    }

    private void lockMembers(List<UUID> groupIds) {
        getEntityManager()
                .createQuery("from GroupMember where groupId in :groups order by groupId, place", GroupMember.class)
                .setParameter("groups", groupIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
