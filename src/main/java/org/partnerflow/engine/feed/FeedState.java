package org.partnerflow.engine.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.exporter.FeedSignature;
import org.partnerflow.shared.Sql;

/** Whether the engine tells, and since when it does not. */
@ApplicationScoped
public class FeedState {
    @Inject
    Sql sql;

    @Inject
    FeedConfig config;

    /**
     * What was heard of a partition.
     *
     * @param alive something was heard a short while ago
     * @param brokenAt when its log last did not go on where it had ended
     */
    public record Partition(
            int partition,
            Instant heardAt,
            boolean alive,
            @Nullable Instant brokenAt) {}

    void refuseAShortSecret(@Observes StartupEvent event) {
        if (config.secret()
                .filter(secret -> secret.length() < FeedSignature.SHORTEST_SECRET)
                .isPresent()) {
            throw new IllegalStateException(
                    "Expected PARTNERFLOW_ENGINE_FEED_SECRET with at least %d random characters."
                            .formatted(FeedSignature.SHORTEST_SECRET));
        }
    }

    /** Whether the application takes what the engine tells. */
    public boolean isSetUp() {
        return config.secret().isPresent();
    }

    /** Whether all partitions that ever told something have told something a short while ago. */
    @Transactional
    public boolean isAlive() {
        var known = partitions();
        return !known.isEmpty() && known.stream().allMatch(Partition::alive);
    }

    @Transactional
    public List<Partition> partitions() {
        return sql.query(
                """
                select partition_id, heard_at, broken_at,
                    heard_at > date_sub(utc_timestamp(6), interval ? second) as alive
                from engine_feed order by partition_id""",
                row -> new Partition(
                        row.getInt("partition_id"),
                        row.getObject("heard_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getBoolean("alive"),
                        Optional.ofNullable(row.getObject("broken_at", LocalDateTime.class))
                                .map(at -> at.toInstant(ZoneOffset.UTC))
                                .orElse(null)),
                config.silentAfter().toSeconds());
    }
}
