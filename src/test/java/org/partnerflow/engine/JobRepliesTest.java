package org.partnerflow.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class JobRepliesTest {
    private final List<Long> postponed = new CopyOnWriteArrayList<>();
    private final JobReplies replies = new JobReplies() {
        @Override
        void tryAgainIn(Delivery job, Duration delay) {
            assertThat(delay).isEqualTo(config.openJobTimeout());
            postponed.add(job.key());
        }
    };

    @Test
    void tellsTheEngineOnlyOfStagesThatAreNotLeftAtOnce() {
        replies.config = new SmallRyeConfigBuilder()
                .withMapping(EngineConfig.class)
                .withDefaultValue("partnerflow.engine.job-timeout", "200ms")
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(EngineConfig.class);

        replies.send(stage(1), new JobOutcome.KeptOpen());
        replies.completed(1);
        replies.send(stage(2), new JobOutcome.KeptOpen());

        await().atMost(Duration.ofSeconds(10)).until(() -> postponed.contains(2L));
        assertThat(postponed).containsExactly(2L);
    }

    private static Delivery stage(long key) {
        return new Delivery(
                key, "probe.stage", "probe-stages", 1, "Task_A", 1, Map.of(), JsonNodeFactory.instance.objectNode());
    }
}
