/** Partner users, seen as those who may get a lead. */
@NullMarked
package org.partnerflow.lead.people;

import org.jspecify.annotations.NullMarked;
