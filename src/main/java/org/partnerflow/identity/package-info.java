/** Organisations, users, memberships, roles and permissions, log-in, sessions and invitation tokens. */
@NullMarked
package org.partnerflow.identity;

import org.jspecify.annotations.NullMarked;
