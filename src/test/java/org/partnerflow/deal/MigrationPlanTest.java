package org.partnerflow.deal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.deal.MigrationPlan.Way;
import org.partnerflow.diagram.DiagramTimer;
import org.partnerflow.diagram.DiagramTimer.Kind;
import org.partnerflow.diagram.WaitingPlaces;
import org.partnerflow.diagram.WaitingPlaces.Place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.deal.Stages.stage;
import static org.partnerflow.deal.Stages.to;
import static org.partnerflow.deal.Stages.toLost;

class MigrationPlanTest {
    private static final Instant ENTERED = Instant.parse("2026-11-20T12:00:00Z");
    private static final DealVersions.Version ONE = Stages.version(
            1,
            stage("Offer", Map.of("completedBy", "either"), to("Agreed", "Contract")),
            stage("Contract", toLost("No")));
    private static final DealVersions.Version TWO = Stages.version(
            2, stage("Offer", Map.of("completedBy", "broker"), to("Agreed", "Review"), toLost("Declined")));

    @Test
    void mapsTheStageWhereTheDealStands() {
        var plan = MigrationPlan.of(path(offer(), offer(), 1));
        assertThat(plan.possible()).isTrue();
        assertThat(plan.way()).isEqualTo(Way.IN_PLACE);
        assertThat(plan.mappings())
                .containsExactly(new MigrationPlan.Mapping("Stage_Offer", "Offer", "Stage_Offer", "Offer"));
    }

    @Test
    void tellsWhatWillBeDifferent() {
        assertThat(MigrationPlan.of(path(offer(), offer(), 1)).notices())
                .contains(
                        "Who moves the deal on changes from either to broker.",
                        "From Offer a deal goes on to Review (Agreed) or Lost (Declined).");
    }

    @Test
    @Tag("F5.5")
    void beginsAnewWhereSomethingIsOnTheBorderAndSaysWhatBecomesOfEachTimer() {
        var before = offer(
                timer("Timer_Late", "P7D", false), timer("Timer_Soon", "P2D", false), timer("Timer_Old", "P9D", false));
        var after = offer(
                timer("Timer_Late", "P30D", false), timer("Timer_Soon", "P2D", false), timer("Timer_New", "P1D", true));
        var path = path(before, after, 5);

        assertThat(path.carried().due())
                .containsEntry("Timer_Late", ENTERED.plus(Duration.ofDays(7)))
                .containsEntry("Timer_New", ENTERED.plus(Duration.ofDays(6)))
                .hasEntrySatisfying("Timer_Soon", due -> assertThat(due).isAfter(ENTERED.plus(Duration.ofDays(9_999))))
                .hasSize(3);
        assertThat(path.carried().rest(ENTERED.plus(Duration.ofDays(5)))).containsEntry("Timer_Late", "PT48H");
        assertThat(MigrationPlan.of(path).way()).isEqualTo(Way.ANEW);
        assertThat(MigrationPlan.of(path).notices())
                .contains(
                        "The stage Offer has events on its border (Timer_Late, Timer_Soon, Timer_Old), so its process ends, and a new one of version 2 begins there.",
                        "The timer Timer_Late goes on: it passes on 27 November 2026 12:00 UTC.",
                        "The timer Timer_Soon has passed already, and what it leads to is not done again.",
                        "The timer Timer_New is new and begins now.",
                        "The timer Timer_Old ends.");
    }

    @Test
    @Tag("F5.5")
    void carriesATimerOnThatWasCarriedOnBefore() {
        var late = offer(timer("Timer_Late", "P7D", false));
        var known = Map.of("Timer_Late", ENTERED.plus(Duration.ofDays(20)));
        var carried = CarriedOn.of(late, late, known, ENTERED, ENTERED.plus(Duration.ofDays(9)), true);
        assertThat(carried.due()).isEqualTo(known);
    }

    @Test
    @Tag("F5.5")
    void saysThatATimerBeginsAnewOnAVersionThatCannotCarryIt() {
        var late = offer(timer("Timer_Late", "P7D", false));
        var carried = CarriedOn.of(late, late, Map.of(), ENTERED, ENTERED.plus(Duration.ofDays(2)), false);
        assertThat(carried.notices()).containsExactly("The timer Timer_Late begins anew.");
    }

    private static MigrationPath path(Place from, Place to, int daysLater) {
        return MigrationPath.of(
                new MigrationPath.Side(ONE, places(from)),
                new MigrationPath.Side(TWO, places(to)),
                from,
                to,
                Map.of(),
                ENTERED,
                ENTERED.plus(Duration.ofDays(daysLater)));
    }

    private static WaitingPlaces places(Place place) {
        return new WaitingPlaces(Map.of(place.elementId(), place), List.of());
    }

    private static Place offer(DiagramTimer... timers) {
        var names = List.of(timers).stream().map(DiagramTimer::name).toList();
        return new Place("Stage_Offer", "Offer", false, "Gateway_Answer", names, List.of(timers));
    }

    private static DiagramTimer timer(String id, String time, boolean interrupting) {
        return new DiagramTimer(id, id, interrupting, Kind.DURATION, time);
    }
}
