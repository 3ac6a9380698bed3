/** Who can do which work, and what becomes of the work of those who leave. */
@NullMarked
package org.partnerflow.identity.work;

import org.jspecify.annotations.NullMarked;
