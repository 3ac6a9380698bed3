/** What people do with their own log-ins by mailed links: set a forgotten password anew, change the address. */
@NullMarked
package org.partnerflow.identity.account;

import org.jspecify.annotations.NullMarked;
