/** What is kept for some time only. */
@NullMarked
package org.partnerflow.shared.retention;

import org.jspecify.annotations.NullMarked;
