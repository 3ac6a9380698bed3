package org.partnerflow.outbox;

import java.util.UUID;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

import org.partnerflow.outbox.Settlement.Outcome;
import org.partnerflow.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class UnsettledTest {
    private static final long START = 1_000;
    private static final long LATER = START + Unsettled.LONGEST.toNanos();

    private final Unsettled unsettled = new Unsettled();

    @Test
    void isNeverDueWhenNothingHappened() {
        assertThat(unsettled.isDue(LATER)).isFalse();
    }

    @Test
    void waitsALittleForMore() {
        unsettled.add(success(Ids.next()), START);
        unsettled.add(success(Ids.next()), LATER - 1);

        assertThat(unsettled.isDue(LATER - 1)).isFalse();
        assertThat(unsettled.isDue(LATER)).isTrue();
    }

    @Test
    void isDueAtOnceWhenItIsMuch() {
        for (int i = 0; i < Unsettled.MOST; i++) {
            assertThat(unsettled.isDue(START)).isFalse();
            unsettled.add(success(Ids.next()), START);
        }

        assertThat(unsettled.isDue(START)).isTrue();
    }

    @Test
    void isDueAtOnceWhenAMessageIsForOthers() {
        unsettled.giveBack(Ids.next(), START);

        assertThat(unsettled.isDue(START)).isTrue();
    }

    @Test
    void isNotDueAgainAtOnceWhenItCouldNotBeWritten() {
        unsettled.giveBack(Ids.next(), START);
        unsettled.postpone(LATER);

        assertThat(unsettled.isDue(LATER - 1)).isFalse();
        assertThat(unsettled.isDue(LATER)).isTrue();
    }

    @Test
    void knowsWhatHasArrivedUntilTheTableKnowsIt() {
        var id = Ids.next();
        unsettled.arrived(id);
        unsettled.add(success(id), START);
        assertThat(unsettled.hasArrived(id)).isTrue();

        unsettled.written();
        assertThat(unsettled.hasArrived(id)).isFalse();
        assertThat(unsettled.isEmpty()).isTrue();
    }

    private static Outcome success(UUID id) {
        var message = new OutboxMessage(id, null, "any", Ids.next(), TextNode.valueOf("text"), 0, null);
        return new Outcome(message, null);
    }
}
