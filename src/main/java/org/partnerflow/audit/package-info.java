/** The audit trail: who changed what, when and from which address; and the feed of changes that pages follow. */
@NullMarked
package org.partnerflow.audit;

import org.jspecify.annotations.NullMarked;
