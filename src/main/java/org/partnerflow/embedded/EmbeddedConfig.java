package org.partnerflow.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the local start; none of them is set in production. */
@ConfigMapping(prefix = "partnerflow.embedded")
public interface EmbeddedConfig {
    /** Whether an empty database gets the demo organisation, and the log-ins are printed. */
    @WithDefault("false")
    boolean demoData();

    /** Where the catcher puts mails; their page is there only if it is set. */
    Optional<Path> mailFolder();

    /** Where the Zeebe distribution is. */
    Optional<Path> brokerHome();

    /** Address of the broker's management. */
    Optional<URI> brokerManagement();
}
