/** Global search over all records that are put into the index, and the finder of likely duplicates. */
@NullMarked
package org.partnerflow.search;

import org.jspecify.annotations.NullMarked;
