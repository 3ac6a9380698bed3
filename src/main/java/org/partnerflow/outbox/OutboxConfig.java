package org.partnerflow.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the outbox. */
@ConfigMapping(prefix = "partnerflow.outbox")
public interface OutboxConfig {
    /** How often to look for messages that no commit of this node has announced: those of a crash, of other nodes, and repetitions. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How many messages of one channel are on their way at once, at most. */
    @WithDefault("48")
    int maxInFlight();

    /** When one attempt to send counts as failed. */
    @WithDefault("20s")
    Duration sendTimeout();

    /** How long a message belongs to the node that took it; longer than the send timeout, then another node may send it. */
    @WithDefault("30s")
    Duration lease();

    @WithDefault("1s")
    Duration firstDelay();

    @WithDefault("1m")
    Duration longestDelay();

    /** After how many failures a message is parked. */
    @WithDefault("6")
    int maxAttempts();

    /** How long to wait with a message that the other side cannot take just now, at first and at most, and how often. */
    @WithDefault("1m")
    Duration firstDeferral();

    @WithDefault("30m")
    Duration longestDeferral();

    @WithDefault("30")
    int mostDeferrals();

    /** When a message has waited for longer, health says so. */
    @WithDefault("2m")
    Duration longestLag();
}
