package org.partnerflow.shared.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long things are kept after they are of no use any more. {@code partnerflow.retention.cron} says when they are deleted. */
@ConfigMapping(prefix = "partnerflow.retention")
public interface RetentionConfig {
    /** The time of the day, as a Quartz expression. */
    @WithDefault("0 0 3 * * ?")
    String cron();

    /** Log-ins that have ended by themselves. */
    @WithDefault("1d")
    Duration sessions();

    /** Links of invitations that can be used no more. */
    @WithDefault("90d")
    Duration invitations();

    /** What people were told of their deals. */
    @WithDefault("365d")
    Duration notices();

    /** What needed attention and was mended, or put aside. */
    @WithDefault("180d")
    Duration attention();

    /** Files that were uploaded to be imported, and never were. */
    @WithDefault("30d")
    Duration uploads();

    /** Imports with what became of each of their lines. */
    @WithDefault("365d")
    Duration imports();

    /** Comparisons of the database with the engine. */
    @WithDefault("180d")
    Duration comparisons();

    /** Decisions with all the facts that they rest on. Older ones are explained no more. */
    @WithDefault("730d")
    Duration decisions();
}
