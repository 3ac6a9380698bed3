/** Support: customers and org units, teams and layers, requests and their escalation. */
@NullMarked
package org.partnerflow.support;

import org.jspecify.annotations.NullMarked;
