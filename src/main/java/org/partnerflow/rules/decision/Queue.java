package org.partnerflow.rules.decision;

import java.util.UUID;

import org.partnerflow.rules.table.TypedRow;

/** A queue that a row can name. */
public record Queue(UUID id, String name) {

    public boolean isNamedBy(TypedRow row) {
        return row.names(id, name);
    }

    public boolean isMemberOf(Group group) {
        return group.has(id);
    }
}
