/** The partner portal: partner users, whom they are allocated to, their invitation and onboarding, and the portal's settings. */
@NullMarked
package org.partnerflow.portal;

import org.jspecify.annotations.NullMarked;
