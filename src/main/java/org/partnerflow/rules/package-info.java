/** Who gets it: decision tables that admins tune, their versions, and decisions that explain themselves. */
@NullMarked
package org.partnerflow.rules;

import org.jspecify.annotations.NullMarked;
