/** Mails: templates, and sending through the outbox. */
@NullMarked
package org.partnerflow.mail;

import org.jspecify.annotations.NullMarked;
