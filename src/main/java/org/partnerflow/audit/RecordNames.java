package org.partnerflow.audit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Knows what people call the records of one type, so that the trail can be read. Ids of other types are left out. */
public interface RecordNames {
    /** In a transaction; of records of the current organisation, and of those who have left it. */
    Map<UUID, String> of(Set<UUID> ids);
}
