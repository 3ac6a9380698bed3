package org.partnerflow.shared.http;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long and how large the body of a request may be; {@code quarkus.http.limits.max-body-size} is the size of those who are logged in. */
@ConfigMapping(prefix = "partnerflow.bodies")
public interface BodyConfig {
    /** Within this time a body has to be here. */
    @WithDefault("2m")
    Duration time();

    /** The same for who is not logged in. */
    @WithDefault("10s")
    Duration anonymousTime();

    /** The largest size for who is not logged in: as much as the engine tells at once. */
    @WithDefault("2M")
    MemorySize anonymousSize();

    /** So many of those who are not logged in are waited for at once; with one more, the one that takes the longest is given up. */
    @WithDefault("500")
    int mostAnonymous();
}
