/** Queues that partner users take leads from, and assignment groups with their fair turn. */
@NullMarked
package org.partnerflow.lead.queue;

import org.jspecify.annotations.NullMarked;
