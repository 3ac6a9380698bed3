/** Messages to other systems: appended in the caller's transaction, sent after it has committed. */
@NullMarked
package org.partnerflow.outbox;

import org.jspecify.annotations.NullMarked;
