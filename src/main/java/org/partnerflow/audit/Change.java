package org.partnerflow.audit;

import java.util.UUID;

/** A record has changed: an entry of the audit trail, without its details. */
record Change(UUID entryId, String recordType, UUID recordId, String action) {}
