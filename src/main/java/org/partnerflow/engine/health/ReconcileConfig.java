package org.partnerflow.engine.health;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the comparison of the database with the engine. */
@ConfigMapping(prefix = "partnerflow.engine.reconcile")
public interface ReconcileConfig {
    /** Whether it runs at the start, at night, and when the engine turns out to be another one; on demand it always does. */
    @WithDefault("true")
    boolean automatic();

    /** How many instances are looked at in a second, at most. */
    @WithDefault("50")
    int perSecond();

    /** A record whose process was asked for less than this ago is left alone: its first step may be on its way. */
    @WithDefault("15m")
    Duration leaveYoung();
}
