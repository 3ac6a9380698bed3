/** Support requests: logged by customers, assigned layer by layer, answered and resolved. */
@NullMarked
package org.partnerflow.support.request;

import org.jspecify.annotations.NullMarked;
