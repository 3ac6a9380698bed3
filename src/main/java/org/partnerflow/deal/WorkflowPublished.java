package org.partnerflow.deal;

import java.util.UUID;

/** A version of a workflow has become the current one; fired in the transaction that makes it so. */
record WorkflowPublished(UUID workflowId, UUID versionId) {}
