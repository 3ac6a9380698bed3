package org.partnerflow.engine.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of what the engine tells. Without a secret nothing is taken, and the product runs without it. */
@ConfigMapping(prefix = "partnerflow.engine.feed")
public interface FeedConfig {
    /** The same as the exporter's; at least 32 characters. */
    Optional<String> secret();

    /** Where nodes that share a folder with the broker leave their address for its exporter. */
    Optional<Path> addressFile();

    /** How much the clocks of broker and application may differ. */
    @WithDefault("5m")
    Duration oldestSignature();

    /** After this time without a word a partition counts as silent; the exporter speaks every ten seconds. */
    @WithDefault("45s")
    Duration silentAfter();
}
