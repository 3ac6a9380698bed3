package org.partnerflow.engine.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.StrayJobs;
import org.partnerflow.engine.feed.FeedState;

/** Gathers how the engine is, whether it tells what it does, and what cannot be seen otherwise. */
@ApplicationScoped
class EngineHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    CamundaClient client;

    @Inject
    FeedState feed;

    @Inject
    StrayJobs strays;

    /**
     * @param version of the engine; null when it cannot be reached
     * @param heard what was last heard of each partition
     * @param unseen what people cannot see as it is, in words
     */
    record Health(
            boolean reachable,
            @Nullable String version,
            int partitions,
            boolean feedSetUp,
            boolean feedAlive,
            List<FeedState.Partition> heard,
            List<String> unseen,
            List<StrayJobs.Stray> strays) {}

    Health now() {
        String version = null;
        int partitions = 0;
        try {
            var topology =
                    client.newTopologyRequest().requestTimeout(PATIENCE).send().join();
            version = topology.getGatewayVersion();
            partitions = topology.getPartitionsCount();
        } catch (RuntimeException away) {
            // That it is away is what is said.
        }
        boolean alive = feed.isAlive();
        return new Health(
                version != null,
                version,
                partitions,
                feed.isSetUp(),
                alive,
                feed.partitions(),
                unseen(version != null, alive),
                strays.all());
    }

    private List<String> unseen(boolean reachable, boolean feedAlive) {
        var found = new ArrayList<String>();
        if (!reachable) {
            found.add(
                    "The process engine cannot be reached: deals, leads and requests are queued, and go on by themselves"
                            + " when it is back.");
        }
        if (!feed.isSetUp()) {
            found.add(
                    "The engine does not tell what it does, because PARTNERFLOW_ENGINE_FEED_SECRET is not set. A condition,"
                            + " timer or mapping that fails is not shown under Needs attention, and deals that are lost in the engine are"
                            + " found at night only.");
        } else if (!feedAlive) {
            found.add(
                    "Nothing was heard from the exporter of the engine for a while. A condition, timer or mapping that fails"
                            + " is not shown under Needs attention until it speaks again; then all of it is told.");
        }
        return found;
    }
}
