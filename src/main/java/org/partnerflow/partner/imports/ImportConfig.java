package org.partnerflow.partner.imports;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of imports. */
@ConfigMapping(prefix = "partnerflow.import")
public interface ImportConfig {
    /** With more lines a file is refused. */
    @WithDefault("50000")
    int mostLines();

    /** With more columns a file is refused. */
    @WithDefault("100")
    int mostColumns();

    /** How many lines are done in one transaction. */
    @WithDefault("100")
    int batch();

    /** How long a node may be silent before another one goes on with its import. */
    @WithDefault("30s")
    Duration lease();
}
