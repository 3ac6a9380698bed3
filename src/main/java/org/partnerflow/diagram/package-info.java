/** Reads diagrams: what a board can be made from, how two of them differ, how one is copied. Knows nothing of running. */
@NullMarked
package org.partnerflow.diagram;

import org.jspecify.annotations.NullMarked;
