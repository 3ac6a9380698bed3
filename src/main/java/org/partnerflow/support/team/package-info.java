/** Support teams: their escalation layers in order, and who is in each. */
@NullMarked
package org.partnerflow.support.team;

import org.jspecify.annotations.NullMarked;
