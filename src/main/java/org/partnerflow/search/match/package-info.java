/** Compares records that may be the same: names, addresses and numbers, and the keys under which likely ones are found. */
@NullMarked
package org.partnerflow.search.match;

import org.jspecify.annotations.NullMarked;
