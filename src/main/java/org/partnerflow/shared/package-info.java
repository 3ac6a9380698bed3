/** What every package may use: problem details, paging, the clock, ids, base entities. */
@NullMarked
package org.partnerflow.shared;

import org.jspecify.annotations.NullMarked;
