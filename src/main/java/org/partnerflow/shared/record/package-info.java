/** The types of records by name, for the audit trail, the search and the pages. */
@NullMarked
package org.partnerflow.shared.record;

import org.jspecify.annotations.NullMarked;
