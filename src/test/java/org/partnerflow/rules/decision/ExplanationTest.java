package org.partnerflow.rules.decision;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.rules.decision.Leads.aLead;
import static org.partnerflow.rules.decision.Leads.partnerUser;
import static org.partnerflow.rules.decision.Leads.queue;
import static org.partnerflow.rules.table.OutcomeType.FEWEST_OPEN;
import static org.partnerflow.rules.table.OutcomeType.QUEUE;
import static org.partnerflow.rules.table.OutcomeType.ROUND_ROBIN;
import static org.partnerflow.rules.table.Rows.aRow;

/** What a decision says of itself are the conclusions of the rules: other rules, other reasons. */
@Tag("F9")
@Tag("A7")
@Tag("without-database")
class ExplanationTest {
    private static final String LEADS = "/rules/lead-assignment.drl";
    private static final String SHARED = "/rules/assignment.drl";

    private final Candidate busy = partnerUser("Busy Ben", 3, "2026-11-01T10:00:00Z");
    private final Candidate recent = partnerUser("Recent Rita", 1, "2026-11-20T10:00:00Z");
    private final Row row = aRow("r1").leadsTo(FEWEST_OPEN);

    @Test
    void followsTheOrderOfPreference() {
        var shipped = decide(RuleBook::source, aLead().with(busy, recent), row);
        var turned = decide(
                changed(
                        LEADS,
                        "Precedence.FEWER_OPEN,\n        Precedence.LONGER_WAIT",
                        "Precedence.LONGER_WAIT,\n        Precedence.FEWER_OPEN"),
                aLead().with(busy, recent),
                row);

        assertThat(shipped.assignee().name()).isEqualTo("Recent Rita");
        assertThat(sentence(shipped, busy)).isEqualTo("Could take it, but has 3 open leads, and Recent Rita has 1.");
        assertThat(turned.assignee().name()).isEqualTo("Busy Ben");
        assertThat(sentence(turned, recent)).isEqualTo("Could take it, but Busy Ben has waited longer.");
    }

    @Test
    void followsTheOrderOfTurnAndLoad() {
        var group = Group.ofUsers(UUID.randomUUID(), "Nordics", List.of(busy.id(), recent.id()));
        var round = aRow("r1").leadsTo(ROUND_ROBIN, "Nordics");

        var shipped = decide(RuleBook::source, aLead().with(busy, recent).with(group), round);
        var turned = decide(
                changed(
                        LEADS,
                        "Precedence.TURN,\n        Precedence.FEWER_OPEN",
                        "Precedence.FEWER_OPEN,\n        Precedence.TURN"),
                aLead().with(busy, recent).with(group),
                round);

        assertThat(sentence(shipped, recent)).isEqualTo("Could take it, but it is the turn of Busy Ben.");
        assertThat(sentence(turned, busy)).isEqualTo("Could take it, but has 3 open leads, and Recent Rita has 1.");
    }

    @Test
    void followsTheOrderOfTheRows() {
        var people = aRow("people").leadsTo(FEWEST_OPEN);
        var west = aRow("west").leadsTo(QUEUE, "West");

        var queued = decide(RuleBook::source, aLead().with(busy).with(queue("West")), west, people);
        var given = decide(RuleBook::source, aLead().with(busy).with(queue("West")), people, west);

        assertThat(queued.summary()).isEqualTo("Row 1 (every lead: Queue \"West\"): goes to queue West.");
        assertThat(sentence(queued, busy)).isEqualTo("Could take it, but row 1 leads to queue West.");
        assertThat(given.summary()).isEqualTo("Row 1 (every lead: Fewest open leads): goes to Busy Ben.");
    }

    @Test
    void followsARuleThatIsGone() {
        var without =
                changed(SHARED, "Candidate(!is(Trait.ACTIVE))", "Candidate(!is(Trait.ACTIVE), name == \"nobody\")");
        var inactive = Leads.but(busy, Trait.ACTIVE);

        assertThat(sentence(decide(RuleBook::source, aLead().with(inactive), row), busy))
                .isEqualTo("Cannot take it: is not active.");
        assertThat(sentence(decide(without, aLead().with(inactive), row), busy)).isEqualTo("Chosen: 3 open leads.");
    }

    @Test
    void everyReasonAndPrecedenceIsOneThatARuleConcludes() {
        var rules = Stream.of(SHARED, LEADS, "/rules/request-assignment.drl")
                .map(RuleBook::source)
                .collect(Collectors.joining());

        assertThat(Reason.values()).allMatch(reason -> rules.contains("Reason." + reason.name()));
        assertThat(Precedence.values()).allMatch(precedence -> rules.contains("Precedence." + precedence.name()));
        assertThat(Chosen.Ground.values())
                .filteredOn(ground ->
                        ground.name().startsWith("NO_ROW_M") || ground.name().endsWith("FITS"))
                .allMatch(ground -> rules.contains("Ground." + ground.name()));
    }

    private static UnaryOperator<String> changed(String file, String from, String to) {
        assertThat(RuleBook.source(file)).contains(from);
        return path -> path.equals(file) ? RuleBook.source(path).replace(from, to) : RuleBook.source(path);
    }

    private static Ruling decide(UnaryOperator<String> source, Leads lead, Row... rows) {
        var logic = RuleBook.compile(RuleSet.LEAD_ASSIGNMENT, source);
        try (var table = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, () -> logic, List.of(rows))) {
            return table.decide(lead.facts());
        }
    }

    private static String sentence(Ruling ruling, Candidate candidate) {
        return ruling.verdicts().stream()
                .filter(verdict -> verdict.candidateId().equals(candidate.id()))
                .findFirst()
                .orElseThrow()
                .sentence();
    }
}
