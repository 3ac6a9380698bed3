package org.partnerflow.rules.decision;

import java.util.List;
import java.util.UUID;

import org.partnerflow.rules.table.TypedRow;

/**
 * An assignment group.
 *
 * @param ofQueues true if the members are queues, false if they are candidates
 * @param members in the order of their turns: the first is next
 */
public record Group(UUID id, String name, boolean ofQueues, List<UUID> members) {

    public Group {
        members = List.copyOf(members);
    }

    public static Group ofUsers(UUID id, String name, List<UUID> members) {
        return new Group(id, name, false, members);
    }

    public static Group ofQueues(UUID id, String name, List<UUID> members) {
        return new Group(id, name, true, members);
    }

    public boolean isNamedBy(TypedRow row) {
        return row.names(id, name);
    }

    public boolean has(UUID member) {
        return members.contains(member);
    }

    public int turnOf(UUID member) {
        return members.indexOf(member);
    }
}
