/** What happens to every request before it reaches a resource. */
@NullMarked
package org.partnerflow.shared.http;

import org.jspecify.annotations.NullMarked;
