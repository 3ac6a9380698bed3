package org.partnerflow.rules.decision;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.rules.decision.Ruling.Standing;
import org.partnerflow.rules.decision.Ruling.Verdict;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnerflow.rules.decision.Leads.aLead;
import static org.partnerflow.rules.decision.Leads.but;
import static org.partnerflow.rules.decision.Leads.missing;
import static org.partnerflow.rules.decision.Leads.partnerUser;
import static org.partnerflow.rules.decision.Leads.queue;
import static org.partnerflow.rules.table.Operator.*;
import static org.partnerflow.rules.table.OutcomeType.*;
import static org.partnerflow.rules.table.Rows.aRow;

class LeadAssignmentTest {
    private final Candidate anna = partnerUser("Anna Berg");
    private final Candidate bo = partnerUser("Bo Lind");

    @Test
    void firstRowThatMatchesWins() {
        var ruling = decide(
                aLead().in("EMEA").with(queue("West"), queue("East")),
                aRow("r1").where("region", ANY_OF, "APAC").leadsTo(QUEUE, "East"),
                aRow("r2").where("region", ANY_OF, "emea", "AMER").leadsTo(QUEUE, "West"),
                aRow("r3").leadsTo(QUEUE, "East"));

        assertThat(ruling.assignee()).isEqualTo(Assignee.of(queue("West")));
        assertThat(ruling.row()).isEqualTo(new Ruling.FiredRow(2, "r2", "region is emea or AMER: Queue \"West\""));
        assertThat(ruling.passedOver()).isEmpty();
        assertThat(ruling.summary()).isEqualTo("Row 2 (region is emea or AMER: Queue \"West\"): goes to queue West.");
    }

    @Test
    void rowThatIsOffNeverFires() {
        var ruling = decide(
                aLead().with(queue("West"), queue("East")),
                aRow("r1").off().leadsTo(QUEUE, "East"),
                aRow("r2").leadsTo(QUEUE, "West"));

        assertThat(ruling.row().number()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "BETWEEN, 100, 500, 100, true",
        "BETWEEN, 100, 500, 500.00, true",
        "BETWEEN, 100, 500, 99.99, false",
        "BETWEEN, 100, 500, 500.01, false",
        "AT_LEAST, 100, , 100, true",
        "AT_LEAST, 100, , 99, false",
        "AT_MOST, 100, , 100.0, true",
        "AT_MOST, 100, , 101, false"
    })
    void comparesNumbers(
            org.partnerflow.rules.table.Operator operator, String one, String two, String value, boolean fires) {
        var values = two == null ? new String[] {one} : new String[] {one, two};
        var ruling = decide(
                aLead().worth(value).with(queue("West")),
                aRow("r1").where("value", operator, values).leadsTo(QUEUE, "West"));

        assertThat(ruling.row() != null).isEqualTo(fires);
    }

    @Test
    void matchesWhatIsMissingOnlyWithIsEmpty() {
        var west = aLead().with(queue("West"));

        assertThat(decide(west, aRow("r1").where("region", IS_EMPTY).leadsTo(QUEUE, "West"))
                        .row())
                .isNotNull();
        assertThat(decide(west, aRow("r1").where("value", IS_EMPTY).leadsTo(QUEUE, "West"))
                        .row())
                .isNotNull();
        assertThat(decide(west, aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(QUEUE, "West"))
                        .row())
                .isNull();
        assertThat(decide(west, aRow("r1").where("source", STARTS_WITH, "E").leadsTo(QUEUE, "West"))
                        .row())
                .isNull();
        assertThat(decide(west, aRow("r1").where("value", AT_LEAST, "0").leadsTo(QUEUE, "West"))
                        .row())
                .isNull();
    }

    @Test
    void matchesBeginningsWithoutRegardToCase() {
        var row = aRow("r1").where("source", STARTS_WITH, "event", "Fair").leadsTo(QUEUE, "West");

        assertThat(decide(aLead().from("Event Berlin").with(queue("West")), row).row())
                .isNotNull();
        assertThat(decide(aLead().from("fair").with(queue("West")), row).row()).isNotNull();
        assertThat(decide(aLead().from("Web event").with(queue("West")), row).row())
                .isNull();
    }

    @Test
    void everyConditionOfARowMustHold() {
        var row = aRow("r1")
                .where("region", ANY_OF, "EMEA")
                .where("industry", ANY_OF, "Software")
                .where("value", AT_LEAST, "10")
                .leadsTo(QUEUE, "West");

        assertThat(decide(aLead().in("EMEA").of("Software").worth("10").with(queue("West")), row)
                        .row())
                .isNotNull();
        assertThat(decide(aLead().in("EMEA").of("Energy").worth("10").with(queue("West")), row)
                        .row())
                .isNull();
        assertThat(decide(aLead().in("EMEA").of("Software").worth("9").with(queue("West")), row)
                        .row())
                .isNull();
    }

    /** Trust check 33. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quoted\" and 'single'",
                "end",
                "\") then System.exit(1); end rule \"x\" when eval(true) then //",
                "two\nlines\r\nand\ttabs",
                "back\\slash \\| pipe | end",
                "${java.lang.Runtime}",
                "@{Runtime.getRuntime().exec('true')}",
                "#{1 + 1}",
                "=cmd|' /C calc'!A0",
                "İstanbul ß ǅ \uD83D\uDE80"
            })
    @Tag("A2")
    void cellIsTextAndNeverCode(String text) {
        var rows = List.of(
                aRow("r1").where("region", ANY_OF, text).leadsTo(QUEUE, text),
                aRow("r2").where("source", STARTS_WITH, text).leadsTo(PARTNER_USER, text));

        var byRegion = decide(aLead().in(text).with(queue(text)), rows.toArray(Row[]::new));
        var bySource = decide(aLead().from(text + " and more").with(partnerUser(text)), rows.toArray(Row[]::new));
        var other = decide(aLead().in(text + "x").with(queue(text)), rows.toArray(Row[]::new));

        assertThat(byRegion.assignee()).isEqualTo(Assignee.of(queue(text)));
        assertThat(bySource.assignee().name()).isEqualTo(text);
        assertThat(other.assignee()).isEqualTo(Assignee.NOBODY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trait.class,
            names = {"ACTIVE", "PORTAL_MEMBER", "LOGGED_IN", "DECLINED"})
    void someoneWhoCannotTakeALeadIsPassedOver(Trait trait) {
        var ruling = decide(
                aLead().with(but(anna, trait), bo).with(queue("West")),
                aRow("r1").leadsTo(PARTNER_USER, "anna berg"),
                aRow("r2").leadsTo(QUEUE, "West"));

        String why =
                switch (trait) {
                    case ACTIVE -> "is not active";
                    case PORTAL_MEMBER -> "is no member of the portal";
                    case LOGGED_IN -> "has never logged in";
                    default -> "has declined it";
                };
        assertThat(ruling.row().number()).isEqualTo(2);
        assertThat(ruling.passedOver())
                .containsExactly(new Ruling.PassedOver(
                        1, "r1", "every lead: Partner user \"anna berg\"", "Anna Berg " + why + "."));
        assertThat(ruling.verdicts())
                .containsExactly(
                        verdict(bo, Standing.ELIGIBLE, "Could take it, but row 2 leads to queue West."),
                        verdict(anna, Standing.EXCLUDED, "Cannot take it: " + why + "."));
    }

    @Test
    @Tag("A7")
    void saysEveryReasonAgainstSomebody() {
        var ruling = decide(
                aLead().with(but(but(anna, Trait.ACTIVE), Trait.LOGGED_IN)),
                aRow("r1").leadsTo(FEWEST_OPEN));

        assertThat(ruling.verdicts())
                .containsExactly(
                        verdict(anna, Standing.EXCLUDED, "Cannot take it: is not active and has never logged in."));
    }

    @Test
    void offersAnewWithoutWhoDeclined() {
        var rows = new Row[] {aRow("r1").leadsTo(FEWEST_OPEN)};

        var first = decide(aLead().with(anna, bo), rows);
        var second = decide(aLead().with(but(anna, Trait.DECLINED), bo), rows);

        assertThat(first.assignee()).isEqualTo(Assignee.of(anna));
        assertThat(second.assignee()).isEqualTo(Assignee.of(bo));
    }

    @Test
    @Tag("F4.2")
    void whoLetAnOfferRunOutIsAskedAgainAfterTheOthers() {
        var rows = new Row[] {
            aRow("r1").leadsTo(PARTNER_USER, "Anna Berg"), aRow("r2").leadsTo(FEWEST_OPEN)
        };

        var first = decide(aLead().with(anna, bo), rows);
        var second = decide(aLead().with(missing(anna, 1), bo), rows);
        var third = decide(aLead().with(missing(anna, 1), missing(bo, 1)), rows);
        var alone = decide(aLead().with(missing(anna, 1)), rows);
        var atLast = decide(aLead().with(missing(anna, 3), missing(bo, 3)), rows);

        assertThat(first.assignee()).isEqualTo(Assignee.of(anna));
        assertThat(second.assignee()).isEqualTo(Assignee.of(bo));
        assertThat(second.passedOver())
                .extracting(Ruling.PassedOver::reason)
                .containsExactly("Whoever it leads to let an offer of it run out.");
        assertThat(second.verdicts())
                .contains(verdict(
                        anna,
                        Standing.ELIGIBLE,
                        "Could take it, but let an offer of it run out, so that others are asked first."));
        assertThat(third.assignee()).isEqualTo(Assignee.of(anna));
        assertThat(alone.assignee()).isEqualTo(Assignee.of(anna));
        assertThat(atLast.assignee()).isEqualTo(Assignee.NOBODY);
        assertThat(atLast.verdicts())
                .contains(verdict(anna, Standing.EXCLUDED, "Cannot take it: let three offers of it run out."));
    }

    @Test
    void namesAPartnerUserByNameOrById() {
        var lead = aLead().with(anna, bo);

        assertThat(decide(lead, aRow("r1").leadsTo(PARTNER_USER, " bo lind ")).assignee())
                .isEqualTo(Assignee.of(bo));
        assertThat(decide(lead, aRow("r1").leadsTo(PARTNER_USER, bo.id().toString()))
                        .assignee())
                .isEqualTo(Assignee.of(bo));
        assertThat(decide(lead, aRow("r1").leadsTo(PARTNER_USER, "Bo Lind")).verdicts())
                .containsExactly(
                        verdict(bo, Standing.CHOSEN, "Chosen: row 1 names them."),
                        verdict(anna, Standing.ELIGIBLE, "Could take it, but row 1 leads to Bo Lind."));
    }

    @Test
    void followsTheIdOfATargetThatWasRenamed() {
        var ruling = decide(
                aLead().with(anna, partnerUser("Old name")),
                aRow("r1").withTargetId(anna.id()).leadsTo(PARTNER_USER, "Old name"));

        assertThat(ruling.assignee()).isEqualTo(Assignee.of(anna));
    }

    @Test
    void prefersTheFewestOpenThenTheLongestWaitThenTheName() {
        var busy = partnerUser("Aa Busy", 3, null);
        var recent = partnerUser("Ab Recent", 2, "2026-11-20T10:00:00Z");
        var waiting = partnerUser("Zoe Waiting", 2, "2026-11-01T10:00:00Z");
        var namesake = partnerUser("Yan Waiting", 2, "2026-11-01T10:00:00Z");
        var never = partnerUser("Zz Never", 2, null);
        var row = aRow("r1").leadsTo(FEWEST_OPEN);

        assertThat(decide(aLead().with(busy, recent, waiting, namesake, never), row)
                        .assignee())
                .isEqualTo(Assignee.of(never));
        assertThat(decide(aLead().with(busy, recent, waiting, namesake), row).verdicts())
                .containsExactly(
                        verdict(namesake, Standing.CHOSEN, "Chosen: 2 open leads."),
                        verdict(busy, Standing.ELIGIBLE, "Could take it, but has 3 open leads, and Yan Waiting has 2."),
                        verdict(recent, Standing.ELIGIBLE, "Could take it, but Yan Waiting has waited longer."),
                        verdict(waiting, Standing.ELIGIBLE, "Could take it, but Yan Waiting comes first by name."));
    }

    @Test
    void givesToTheLeastBusyOfAPartnerAccount() {
        var other = Leads.of(partnerUser("Cy Other"), Leads.FABRIKAM);
        var busy = Leads.of(partnerUser("Di Busy", 1, null), Leads.FABRIKAM);

        var ruling = decide(aLead().with(anna, other, busy), aRow("r1").leadsTo(FEWEST_OPEN, "FABRIKAM"));

        assertThat(ruling.verdicts())
                .containsExactly(
                        verdict(other, Standing.CHOSEN, "Chosen: 0 open leads."),
                        verdict(anna, Standing.ELIGIBLE, "Could take it, but does not belong to FABRIKAM."),
                        verdict(busy, Standing.ELIGIBLE, "Could take it, but has 1 open lead, and Cy Other has 0."));
    }

    @Test
    void takesTurnsInAGroup() {
        var group = Group.ofUsers(UUID.randomUUID(), "Nordics", List.of(bo.id(), anna.id()));
        var outside = partnerUser("Cy Outside");
        var row = aRow("r1").leadsTo(ROUND_ROBIN, "nordics");

        var ruling = decide(aLead().with(anna, bo, outside).with(group), row);

        assertThat(ruling.assignee()).isEqualTo(new Assignee(Assignee.Kind.USER, bo.id(), "Bo Lind", group.id()));
        assertThat(ruling.verdicts())
                .containsExactly(
                        verdict(bo, Standing.CHOSEN, "Chosen: it is their turn in nordics."),
                        verdict(anna, Standing.ELIGIBLE, "Could take it, but it is the turn of Bo Lind."),
                        verdict(outside, Standing.ELIGIBLE, "Could take it, but is not in nordics."));
    }

    @Test
    void skipsMembersWhoseTurnItIsButWhoCannotTakeIt() {
        var group = Group.ofUsers(UUID.randomUUID(), "Nordics", List.of(bo.id(), anna.id()));

        var ruling = decide(
                aLead().with(anna, but(bo, Trait.ACTIVE)).with(group),
                aRow("r1").leadsTo(ROUND_ROBIN, "Nordics"));

        assertThat(ruling.assignee().id()).isEqualTo(anna.id());
    }

    @Test
    void takesTurnsOverQueues() {
        var group = Group.ofQueues(
                UUID.randomUUID(),
                "Desks",
                List.of(queue("East").id(), queue("West").id()));

        var ruling = decide(
                aLead().with(anna).with(queue("West"), queue("East")).with(group),
                aRow("r1").leadsTo(ROUND_ROBIN_OVER_QUEUES, "Desks"));

        assertThat(ruling.assignee())
                .isEqualTo(new Assignee(Assignee.Kind.QUEUE, queue("East").id(), "East", group.id()));
    }

    @Test
    void passesOverRowsWhoseTargetDoesNotExist() {
        var ruling = decide(
                aLead().with(but(anna, Trait.ACTIVE))
                        .with(Group.ofUsers(UUID.randomUUID(), "Nordics", List.of(anna.id()))),
                aRow("r1").leadsTo(PARTNER_USER, "Nobody Known"),
                aRow("r2").leadsTo(QUEUE, "Gone"),
                aRow("r3").leadsTo(ROUND_ROBIN, "Gone"),
                aRow("r4").leadsTo(ROUND_ROBIN, "Nordics"),
                aRow("r5").leadsTo(ROUND_ROBIN_OVER_QUEUES, "Nordics"),
                aRow("r6").leadsTo(FEWEST_OPEN, "Fabrikam"),
                aRow("r7").leadsTo(FEWEST_OPEN));

        assertThat(ruling.assignee()).isEqualTo(Assignee.NOBODY);
        assertThat(ruling.row()).isNull();
        assertThat(ruling.summary()).isEqualTo("Nobody can take it: it stays unassigned.");
        assertThat(ruling.passedOver())
                .extracting(Ruling.PassedOver::reason)
                .containsExactly(
                        "There is no partner user called \"Nobody Known\".",
                        "There is no queue called \"Gone\".",
                        "There is no group of partner users called \"Gone\".",
                        "Nobody in Nordics can take it.",
                        "There is no group of queues called \"Nordics\".",
                        "Nobody of Fabrikam can take it.",
                        "Nobody can take it.");
    }

    @Test
    void leadThatNoRowMatchesStaysUnassigned() {
        var ruling = decide(
                aLead().in("APAC").with(anna),
                aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(FEWEST_OPEN));

        assertThat(ruling.summary()).isEqualTo("No row matches: it stays unassigned.");
        assertThat(ruling.verdicts())
                .containsExactly(verdict(anna, Standing.ELIGIBLE, "Could take it, but no row leads to them."));
    }

    @Test
    void namesakesAreToldApartTheSameWayEveryTime() {
        var one = new Candidate(new UUID(1, 1), "Sam", Leads.CONTOSO, anna.traits(), Workload.NONE, 0);
        var two = new Candidate(new UUID(1, 2), "Sam", Leads.CONTOSO, anna.traits(), Workload.NONE, 0);

        assertThat(decide(aLead().with(two, one), aRow("r1").leadsTo(PARTNER_USER, "Sam"))
                        .assignee()
                        .id())
                .isEqualTo(one.id());
        assertThat(decide(aLead().with(one, two), aRow("r1").leadsTo(FEWEST_OPEN))
                        .assignee()
                        .id())
                .isEqualTo(one.id());
    }

    @Test
    void decisionLeavesNoTraceInTheNextOne() {
        var rows = List.of(
                aRow("r1").leadsTo(PARTNER_USER, "Anna Berg"), aRow("r2").leadsTo(FEWEST_OPEN));
        try (var table = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, rows)) {
            for (int i = 0; i < 50; i++) {
                assertThat(table.decide(aLead().with(anna, bo).facts())
                                .assignee()
                                .id())
                        .isEqualTo(anna.id());
                assertThat(table.decide(aLead().with(bo).facts()).verdicts()).hasSize(1);
                assertThat(table.decide(aLead().facts()).assignee()).isEqualTo(Assignee.NOBODY);
                assertThat(table.decide(aLead().facts()).assignee()).isEqualTo(Assignee.NOBODY);
            }
        }
    }

    @Test
    void decidesInManyThreadsAtOnce() {
        var rows = List.of(
                aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(QUEUE, "West"),
                aRow("r2").leadsTo(QUEUE, "East"));
        try (var table = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, rows)) {
            var queues = java.util.stream.IntStream.range(0, 2_000)
                    .parallel()
                    .mapToObj(i -> table.decide(aLead().in(i % 2 == 0 ? "EMEA" : "APAC")
                                    .with(queue("West"), queue("East"))
                                    .facts())
                            .assignee()
                            .name())
                    .toList();

            for (int i = 0; i < queues.size(); i++) {
                assertThat(queues.get(i)).isEqualTo(i % 2 == 0 ? "West" : "East");
            }
        }
    }

    @Test
    void refusesFactsOfAnotherDecision() {
        try (var table = new DecisionTable(RuleSet.REQUEST_ASSIGNMENT, List.of())) {
            assertThatThrownBy(() -> table.decide(aLead().facts()))
                    .hasMessage("Expected facts for request-assignment, but got some for lead-assignment");
        }
    }

    private static Ruling decide(Leads lead, Row... rows) {
        try (var table = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, List.of(rows))) {
            return table.decide(lead.facts());
        }
    }

    private static Verdict verdict(Candidate candidate, Standing standing, String sentence) {
        return new Verdict(candidate.id(), candidate.name(), standing, sentence);
    }
}
