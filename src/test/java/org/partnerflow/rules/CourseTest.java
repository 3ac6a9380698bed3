package org.partnerflow.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.rules.decision.Candidate;
import org.partnerflow.rules.decision.DecisionTable;
import org.partnerflow.rules.decision.Group;
import org.partnerflow.rules.decision.Group.Seat;
import org.partnerflow.rules.decision.LeadFacts;
import org.partnerflow.rules.decision.Leads;
import org.partnerflow.rules.decision.Ruling;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.rules.decision.Leads.aLead;
import static org.partnerflow.rules.decision.Leads.partnerUser;
import static org.partnerflow.rules.decision.Leads.queue;
import static org.partnerflow.rules.table.Operator.ANY_OF;
import static org.partnerflow.rules.table.OutcomeType.FEWEST_OPEN;
import static org.partnerflow.rules.table.OutcomeType.PARTNER_USER;
import static org.partnerflow.rules.table.OutcomeType.QUEUE;
import static org.partnerflow.rules.table.OutcomeType.ROUND_ROBIN;
import static org.partnerflow.rules.table.Rows.aRow;

/** What-if: each replayed decision sees what those before it would have left. */
@Tag("F5.9")
@Tag("A14")
@Tag("without-database")
class CourseTest {
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final UUID NORDICS = UUID.randomUUID();
    private static final Row TO_THE_QUEUE = aRow("queue").leadsTo(QUEUE, "West");

    private final Candidate anna = partnerUser("Anna Berg");
    private final Candidate ben = partnerUser("Ben Cole");
    private final Candidate cleo = partnerUser("Cleo Dorn");

    @Test
    void loadIsCarriedOn() {
        var given = replayed(aRow("r1").leadsTo(FEWEST_OPEN), 200, List.of());
        assertThat(given.values()).allMatch(count -> count == 66 || count == 67);
    }

    @Test
    void turnsAreCarriedOnByWeight() {
        var seats = List.of(new Seat(anna.id(), 0, 2, 0), new Seat(ben.id(), 1, 1, 0), new Seat(cleo.id(), 2, 1, 0));
        var given = replayed(aRow("r1").leadsTo(ROUND_ROBIN, "Nordics"), 200, seats);
        assertThat(given)
                .containsEntry("Anna Berg", 100L)
                .containsEntry("Ben Cole", 50L)
                .containsEntry("Cleo Dorn", 50L);
    }

    @Test
    void whatHappenedBesidesStays() {
        var busy = partnerUser("Busy Bo", 7, null);
        var rows = List.of(aRow("r1").leadsTo(FEWEST_OPEN));
        var real = decide(
                List.of(TO_THE_QUEUE), aLead().with(anna).with(queue("West")).facts());
        try (var table = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, rows)) {
            var course = new Course(table);
            for (int i = 0; i < 7; i++) {
                var ruling = course.next(aLead().with(anna, busy).facts(), real, START.plusSeconds(60L * i));
                assertThat(ruling.assignee().name()).isEqualTo("Anna Berg");
            }
        }
    }

    @Test
    void aRecordThatIsDecidedAgainIsLoadOnce() {
        var rows = List.of(aRow("r1").leadsTo(FEWEST_OPEN));
        var facts = aLead().with(anna, ben).facts();
        var real = decide(List.of(TO_THE_QUEUE), aLead().with(queue("West")).facts());
        try (var table = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, rows)) {
            var course = new Course(table);
            course.next(facts, real, START);
            course.next(facts, real, START.plusSeconds(60));
            var other = course.next(aLead().with(anna, ben).facts(), real, START.plusSeconds(120));
            assertThat(other.verdicts()).anyMatch(verdict -> verdict.sentence().contains("0 open leads"));
        }
    }

    /** Trust in the numbers: whatever is replayed, the same table decides the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aDraftLikeThePublishedTableChangesNothing(long seed) {
        var random = new Random(seed);
        var rows = List.of(
                aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(ROUND_ROBIN, "Nordics"),
                aRow("r2").where("region", ANY_OF, "APAC").leadsTo(PARTNER_USER, "Ben Cole"),
                aRow("r3").leadsTo(FEWEST_OPEN));
        try (var one = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, rows);
                var other = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, rows)) {
            var published = new Course(one);
            var draft = new Course(other);
            for (int i = 0; i < 150; i++) {
                var facts = random(random);
                var real = decide(rows, facts);
                var at = START.plusSeconds(60L * i);
                assertThat(draft.next(facts, real, at)).isEqualTo(published.next(facts, real, at));
            }
        }
    }

    private LeadFacts random(Random random) {
        var people = new ArrayList<Candidate>();
        for (var name : List.of("Anna Berg", "Ben Cole", "Cleo Dorn")) {
            people.add(partnerUser(
                    name,
                    random.nextInt(5),
                    random.nextBoolean() ? null : "2026-10-0%dT10:00:00Z".formatted(1 + random.nextInt(9))));
        }
        return aLead().in(List.of("EMEA", "APAC", "AMER").get(random.nextInt(3)))
                .with(people.toArray(Candidate[]::new))
                .with(Group.ofUsers(
                        NORDICS, "Nordics", people.stream().map(Candidate::id).toList()))
                .facts();
    }

    /** How many of the leads, which all went to a queue, would go to each. */
    private Map<String, Long> replayed(Row row, int leads, List<Seat> seats) {
        var group = Group.of(NORDICS, "Nordics", false, seats);
        var real = decide(List.of(TO_THE_QUEUE), aLead().with(queue("West")).facts());
        try (var table = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, List.of(row))) {
            var course = new Course(table);
            return IntStream.range(0, leads)
                    .mapToObj(i -> course.next(fresh(group), real, START.plusSeconds(60L * i)))
                    .map(ruling -> String.valueOf(ruling.assignee().name()))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }
    }

    private LeadFacts fresh(Group group) {
        Leads lead = aLead().with(anna, ben, cleo);
        return group.members().isEmpty() ? lead.facts() : lead.with(group).facts();
    }

    private static Ruling decide(List<Row> rows, LeadFacts facts) {
        try (var table = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, rows)) {
            return table.decide(facts);
        }
    }
}
