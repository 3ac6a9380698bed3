package org.partnerflow.lead.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class AssignmentGroups implements PanacheRepositoryBase<AssignmentGroup, UUID> {

    public List<AssignmentGroup> byName() {
        return list("order by name, id");
    }

    Optional<AssignmentGroup> named(String name) {
        return find("name", name).firstResultOptional();
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
     * The turns of all groups, locked until the transaction ends: whoever assigns next waits and sees the turns as they are then.
     * Locking reads see what is committed, also where the transaction began earlier.
     */
    public List<Turns> lockTurns() {
        var groups =
                find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
        var members = getEntityManager()
                .createQuery("from GroupMember order by groupId, place", GroupMember.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.groupingBy(GroupMember::groupId));
        return groups.stream()
                .map(group -> new Turns(group, members.getOrDefault(group.id(), List.of())))
                .toList();
    }
}
