package org.partnerflow.mail;

import java.net.URI;

import io.smallrye.config.ConfigMapping;

/** Settings of outgoing mail. */
@ConfigMapping(prefix = "partnerflow.mail")
public interface MailConfig {
    /** Where the application is reached from outside; links in mails begin with it. */
    URI publicUrl();
}
