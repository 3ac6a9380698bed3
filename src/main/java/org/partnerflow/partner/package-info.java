/** Partner accounts and their contacts: what we know of the organisations that we work with. */
@NullMarked
package org.partnerflow.partner;

import org.jspecify.annotations.NullMarked;
