package org.partnerflow.engine.exporter;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The broker's end of the feed: bounded, in order, and at last letting go. */
@Tag("without-database")
@Tag("F5.3")
class FeedBufferTest {
    private static final long DAY = Duration.ofDays(1).toNanos();

    private final FeedBuffer buffer = new FeedBuffer(DAY, 0, -1, 0);

    @Test
    void tellsInOrderAndLetsTheBrokerForgetOnlyWhatIsStored() {
        buffer.pass(1);
        for (long position = 2; position <= 1_201; position++) {
            assertThat(buffer.offer(position, "r" + position, 0)).isTrue();
        }
        var first = buffer.next();
        assertThat(first.records()).hasSize(500).startsWith("r2", "r3");
        assertThat(buffer.next().records()).isEqualTo(first.records());
        assertThat(buffer.neededFrom()).isEqualTo(1);

        assertThat(buffer.confirmed(first, 1)).isEqualTo(501);
        assertThat(buffer.next().records()).startsWith("r502");
        assertThat(first.after()).isEqualTo(-1);
        assertThat(buffer.next().after()).as("what was told and stored").isEqualTo(501);
    }

    @Test
    @DisplayName("what the application need not know is acknowledged as soon as nothing before it waits")
    void acknowledgesWhatItPasses() {
        buffer.offer(5, "r5", 0);
        buffer.pass(6);
        var batch = buffer.next();
        assertThat(batch.position()).isEqualTo(5);
        assertThat(buffer.confirmed(batch, 1)).isEqualTo(6);
        buffer.pass(7);
        assertThat(buffer.next().position()).isEqualTo(7);
        assertThat(buffer.next().records()).isEmpty();
        assertThat(buffer.next().after()).isEqualTo(5);
    }

    @Test
    @DisplayName(
            "full, it takes nothing more, so that the broker keeps its log; after a day without the application it lets go and says so")
    void isBounded() {
        for (long position = 1; position <= FeedBuffer.MOST_RECORDS; position++) {
            assertThat(buffer.offer(position, "r", 0)).isTrue();
        }
        long next = FeedBuffer.MOST_RECORDS + 1L;
        assertThat(buffer.offer(next, "r", DAY - 1)).isFalse();
        assertThat(buffer.neededFrom()).isZero();

        assertThat(buffer.offer(next, "r", DAY)).isTrue();
        assertThat(buffer.neededFrom()).isEqualTo(FeedBuffer.MOST_RECORDS);
        var batch = buffer.next();
        assertThat(batch.lost()).isTrue();
        assertThat(batch.records()).hasSize(1);
        buffer.confirmed(batch, DAY);
        assertThat(buffer.next().lost()).isFalse();
    }
}
