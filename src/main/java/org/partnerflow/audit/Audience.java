package org.partnerflow.audit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.partnerflow.shared.record.RecordType;

/**
 * Who among partners and customers hears of a change to one type of record. Of types without an audience they hear nothing, and of
 * a record that they see only what alters what they see of it.
 */
public interface Audience {
    RecordType recordType();

    /** Those of the records that the current actor sees; in a transaction. */
    Set<UUID> visible(Set<UUID> records);

    /**
     * Whether what happened to a record that the current actor sees alters what they see of it; in a transaction.
     *
     * @param details as the audit trail keeps them
     */
    boolean tells(UUID record, String action, Map<String, Object> details);
}
