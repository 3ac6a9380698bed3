package org.partnerflow.engine;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the way to the process engine. */
@ConfigMapping(prefix = "partnerflow.engine")
public interface EngineConfig {
    /** The gateway of the Zeebe cluster; http without and https with TLS. */
    @WithDefault("http://localhost:26500")
    URI grpcAddress();

    /** How long the engine may take for an answer. */
    @WithDefault("10s")
    Duration requestTimeout();

    /** How long a message waits in the engine for a process that is not there yet. */
    @WithDefault("10m")
    Duration messageTimeToLive();

    /** After this time without an answer the engine gives a job to somebody again. */
    @WithDefault("1m")
    Duration jobTimeout();

    /** The same for a job that is left open on purpose. */
    @WithDefault("7d")
    Duration openJobTimeout();

    /** How many jobs this node does at the same time. */
    @WithDefault("8")
    int workerThreads();

    /** How many jobs of one type this node holds at once, at most. */
    @WithDefault("32")
    int jobsPerType();

    /** When a job that has failed is tried again for the first time; then later and later. */
    @WithDefault("1s")
    Duration firstDelay();

    /** The longest time until a job that has failed is tried again. */
    @WithDefault("5m")
    Duration longestDelay();

    /** After how many failures of one job people are told. */
    @WithDefault("3")
    int attentionAfter();

    /** How long the results of jobs are remembered. */
    @WithDefault("30d")
    Duration keepJobs();
}
