package org.partnerflow.audit;

import java.util.Set;
import java.util.UUID;

/** Who among partners and customers hears of a change to one type of record. Of types without an audience they hear nothing. */
public interface Audience {
    String recordType();

    /** Those of the records that the current actor sees; in a transaction. */
    Set<UUID> visible(Set<UUID> records);
}
