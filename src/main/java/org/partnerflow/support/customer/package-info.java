/** Customers and the org units that they belong to, with their association to a partner account. */
@NullMarked
package org.partnerflow.support.customer;

import org.jspecify.annotations.NullMarked;
