package org.partnerflow.audit;

import java.util.Set;
import java.util.UUID;

import org.partnerflow.shared.record.RecordType;

/** Who among partners and customers hears of a change to one type of record. Of types without an audience they hear nothing. */
public interface Audience {
    RecordType recordType();

    /** Those of the records that the current actor sees; in a transaction. */
    Set<UUID> visible(Set<UUID> records);
}
