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

    /** What needed attention and was mended. */
    @WithDefault("180d")
    Duration attention();

    /** Decisions with all the facts that they rest on. Older ones are explained no more. */
    @WithDefault("730d")
    Duration decisions();
}
