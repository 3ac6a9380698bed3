package org.partnerflow.deal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DealTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final DealVersions.Version ONE =
            Stages.version(1, Stages.stage("Qualification", Stages.to("Qualified", "Proposal")));
    private static final UUID VERSION = ONE.id();

    private final Deal deal = new Deal(ONE, new Deal.Parties(Ids.next(), null, null), NOON);

    DealTest() {
        deal.describe("Chairs for Acme", null);
    }

    @Test
    void movesUntilItsProcessHasReachedAStage() {
        assertThat(deal.isMoving()).isTrue();
        deal.arrive(visit("Qualification", NOON));
        assertThat(deal.isMoving()).isFalse();
        assertThat(deal.column()).isEqualTo("Stage_Qualification");
        assertThat(deal.dueAt()).isEqualTo(NOON.plus(Duration.ofDays(3)));
    }

    @Test
    void showsTheColumnItMovesTo() {
        deal.arrive(visit("Qualification", NOON));
        deal.leaveFor("WON", false, NOON.plusSeconds(5));
        assertThat(deal.column()).isEqualTo("WON");
        assertThat(deal.isMoving()).isTrue();
        assertThat(deal.isOpen()).isTrue();
        assertThat(deal.dueAt()).isNull();
    }

    @Test
    void isStuckAfterAMinuteWithoutAStage() {
        assertThat(deal.isStuckAt(NOON.plusSeconds(59))).isFalse();
        assertThat(deal.isStuckAt(NOON.plusSeconds(61))).isTrue();
    }

    @Test
    void isNotStuckWhileItRestsWhereTheDiagramSaysSo() {
        deal.arrive(visit("Qualification", NOON));
        deal.leaveFor("Stage_Proposal", true, NOON);
        assertThat(deal.isStuckAt(NOON.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void refusesToMoveOnceItIsWon() {
        deal.close(DealState.WON, NOON);
        assertThat(deal.closedAt()).isEqualTo(NOON);
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> deal.leaveFor("Stage_Proposal", false, NOON))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(409);
                    assertThat(problem.getDetail())
                            .isEqualTo("Expected an open deal to be moved, but Chairs for Acme is won.");
                });
    }

    @Test
    void keepsItsVersionWhenTheMigrationIsRefused() {
        deal.asked(new DealRequest(Ids.next(), staff(), NOON, Ids.next()));
        deal.refused("The process engine refused it.");
        assertThat(deal.workflowVersionId()).isEqualTo(VERSION);
        assertThat(deal.migratingToId()).isNull();
        assertThat(deal.problem()).isEqualTo("The process engine refused it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "a\r\nBcc: eve@example.org"})
    void refusesNamesThatAreNoLine(String name) {
        assertThatExceptionOfType(HttpProblem.class).isThrownBy(() -> deal.describe(name, null));
    }

    @ParameterizedTest
    @CsvSource({"1500.5,USD,1500.50", "0,EUR,0.00", "1200,JPY,1200"})
    void keepsAValueInThePrecisionOfItsCurrency(String amount, String currency, String stored) {
        assertThat(Money.checked(new BigDecimal(amount), currency))
                .isEqualTo(new Money(new BigDecimal(stored), currency));
    }

    @ParameterizedTest
    @CsvSource({"-1,USD", "1.234,USD", "1.5,JPY", "1000000000000,USD", "1,XX", "1,usd", "1,DOLLARS", "1e400,USD"})
    void refusesAValueThatIsNone(String amount, String currency) {
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> Money.checked(new BigDecimal(amount), currency))
                .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
    }

    @Test
    void sharesWhatAPartnerWrites() {
        assertThat(new DealNote(deal.id(), "Hello", false, partner()).shared()).isTrue();
        assertThat(new DealNote(deal.id(), "Hello", false, staff()).shared()).isFalse();
    }

    @Test
    void letsAnyBrokerShareANoteButOnlyItsAuthorChangeTheText() {
        var author = staff();
        var other = staff();
        var note = new DealNote(deal.id(), "They want a discount", false, author);
        note.edit("They want a discount", true, other);
        assertThat(note.shared()).isTrue();
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> note.edit("They want nothing", true, other))
                .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(403));
        note.edit("They want 5 %", true, author);
        assertThat(note.text()).isEqualTo("They want 5 %");
    }

    @Test
    void neverHidesAPartnersNote() {
        var author = partner();
        var note = new DealNote(deal.id(), "Hello", true, author);
        assertThatExceptionOfType(HttpProblem.class).isThrownBy(() -> note.edit("Hello", false, author));
        assertThatExceptionOfType(HttpProblem.class).isThrownBy(() -> note.edit("Hello", false, staff()));
    }

    private StageVisit visit(String stage, Instant at) {
        return new StageVisit(deal.id(), VERSION, Stages.stage(stage, Map.of("dueIn", "P3D")), 4711, at);
    }

    private static Actor staff() {
        return new Actor(Actor.Kind.STAFF, Ids.next(), Ids.next(), "Ada Broker", Set.of(), null);
    }

    private static Actor partner() {
        return new Actor(Actor.Kind.PARTNER, Ids.next(), Ids.next(), "Pat Partner", Set.of(), null);
    }
}
