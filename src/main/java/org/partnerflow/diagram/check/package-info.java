/** Checks a diagram before it is published: a rule for each thing that can be wrong, and one list of findings. */
@NullMarked
package org.partnerflow.diagram.check;

import org.jspecify.annotations.NullMarked;
