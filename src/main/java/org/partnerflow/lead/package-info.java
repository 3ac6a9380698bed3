/** Leads: how they come in, who is offered them, and what the partner answers. */
@NullMarked
package org.partnerflow.lead;

import org.jspecify.annotations.NullMarked;
