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

    /** When a message that has failed is sent again for the first time; then later and later. */
    @WithDefault("1s")
    Duration firstDelay();

    /** The longest time until a message that has failed is sent again. */
    @WithDefault("1m")
    Duration longestDelay();

    /** After how many failures a message is parked. */
    @WithDefault("6")
    int maxAttempts();

    /** How long a message waits at first that the other side cannot take just now; then longer and longer. */
    @WithDefault("1m")
    Duration firstDeferral();

    /** The longest time that such a message waits until it is tried again. */
    @WithDefault("30m")
    Duration longestDeferral();

    /** How often such a message is tried before it is parked. */
    @WithDefault("30")
    int mostDeferrals();

    /** When a message has waited for longer, health says so. */
    @WithDefault("2m")
    Duration longestLag();
}
