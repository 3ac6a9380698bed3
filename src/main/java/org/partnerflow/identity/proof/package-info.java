/** What proves who somebody is: passwords, secret tokens, the slow-down of guessing, and the address that somebody comes from. */
@NullMarked
package org.partnerflow.identity.proof;

import org.jspecify.annotations.NullMarked;
