package org.partnerflow.outbox;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

import org.partnerflow.shared.Backoff;
import org.partnerflow.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class LaneTest {
    private static final long START = 1_000;
    private static final long LATER = START + Duration.ofMinutes(1).toNanos();

    private final Lane lane = new Lane(8, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10)), START);

    @Test
    void letsNoMoreThanItsWidthIn() {
        take(8);

        assertThat(lane.free(START)).isZero();
        lane.succeeded();
        assertThat(lane.free(START)).isOne();
    }

    @Test
    void halvesAndClosesWhenBusyAndCountsWhatWasSentTogetherOnce() {
        take(3);
        for (int i = 0; i < 3; i++) {
            lane.busy(START);
        }

        assertThat(lane.free(START)).isZero();
        assertThat(lane.free(LATER)).isEqualTo(4);
    }

    @Test
    void triesOneWhenItWasDown() {
        take(5);
        for (int i = 0; i < 5; i++) {
            lane.down(START);
        }

        assertThat(lane.free(LATER)).isOne();
    }

    @Test
    void closesLongerWithEachTrouble() {
        take(1);
        lane.down(START);
        var first = lane.closedFor(START);
        take(1);
        lane.down(LATER);

        assertThat(lane.closedFor(LATER)).isGreaterThan(first);
    }

    @Test
    void growsAgainBySuccess() {
        take(1);
        lane.down(START);
        for (int i = 0; i < 40; i++) {
            take(1);
            lane.succeeded();
        }

        assertThat(lane.free(LATER)).isEqualTo(8);
    }

    @Test
    void letsThoseThatWaitInOneAfterTheOther() {
        var first = message();
        var second = message();
        take(8);
        lane.join(first, START);
        lane.join(second, START);

        assertThat(lane.next(START)).isNull();
        lane.succeeded();
        assertThat(lane.next(START)).isSameAs(first);
        assertThat(lane.next(START)).isNull();
        assertThat(lane.isAwaited()).isTrue();
        lane.succeeded();
        assertThat(lane.next(START)).isSameAs(second);
        assertThat(lane.isAwaited()).isFalse();
        assertThat(lane.hasBacklog()).isFalse();
    }

    @Test
    void turnsAwayWhomItMakesWaitForTooLong() {
        var early = message();
        take(8);
        lane.join(early, START);
        lane.join(message(), LATER);

        assertThat(lane.turnAway(START)).isEmpty();
        assertThat(lane.hasBacklog()).isFalse();
        assertThat(lane.turnAway(LATER)).containsExactly(early);
        assertThat(lane.hasBacklog()).isTrue();
    }

    @Test
    void turnsAllAwayWhileItIsClosed() {
        take(1);
        lane.down(START);
        var message = message();
        lane.join(message, START);

        assertThat(lane.next(START)).isNull();
        assertThat(lane.turnAway(START)).containsExactly(message);
    }

    private static OutboxMessage message() {
        return new OutboxMessage(Ids.next(), null, "mail", Ids.next(), TextNode.valueOf("text"), 0, null);
    }

    private void take(int count) {
        for (int i = 0; i < count; i++) {
            lane.taken();
        }
    }
}
