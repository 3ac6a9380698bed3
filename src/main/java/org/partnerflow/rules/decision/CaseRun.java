package org.partnerflow.rules.decision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.rules.table.TestCase;
import org.partnerflow.rules.table.TextKey;
import org.partnerflow.shared.NumberText;

/**
 * Runs the test cases of a table. Everything that the rows name exists and can take it, except what the case lists as unavailable;
 * so a case depends on the table alone, and not on who works here today.
 */
public final class CaseRun {
    private final RuleSet ruleSet;
    private final List<Row> rows;

    private CaseRun(RuleSet ruleSet, List<Row> rows) {
        this.ruleSet = ruleSet;
        this.rows = rows.stream().filter(Row::on).toList();
    }

    /** {@code message} says what happened instead; empty if the case passed. */
    public record Result(
            String name, boolean passed, @Nullable Integer row, String message) {}

    /** Expects rows without errors. */
    public static List<Result> of(RuleSet ruleSet, TableDocument document) {
        var run = new CaseRun(ruleSet, document.rows());
        try (var table = new DecisionTable(ruleSet, document.rows())) {
            return document.cases().stream()
                    .map(testCase -> run.result(testCase, table, document.rows()))
                    .toList();
        }
    }

    private Result result(TestCase testCase, DecisionTable table, List<Row> all) {
        Facts facts;
        try {
            facts = facts(testCase);
        } catch (IllegalArgumentException e) {
            return new Result(testCase.name(), false, null, "Expected a number such as 12500.50 in the case.");
        }
        var fired = table.decide(facts).row();
        var row = fired == null ? null : all.get(fired.number() - 1);
        boolean passed = row == null
                ? testCase.outcome() == null
                : row.outcome() == testCase.outcome() && TextKey.same(row.target(), testCase.target());
        String happened = fired == null ? "No row fired" : "Row %d fired (%s)".formatted(fired.number(), fired.text());
        String message = passed ? "" : "%s, but expected %s.".formatted(happened, expected(testCase));
        return new Result(testCase.name(), passed, fired == null ? null : fired.number(), message);
    }

    private static String expected(TestCase testCase) {
        if (testCase.outcome() == null) {
            return "none";
        }
        String label = testCase.outcome().label();
        return testCase.target() == null ? label : "%s \"%s\"".formatted(label, testCase.target());
    }

    private Facts facts(TestCase testCase) {
        return switch (ruleSet) {
            case LEAD_ASSIGNMENT -> leadFacts(testCase);
            case REQUEST_ASSIGNMENT -> requestFacts(testCase.given());
        };
    }

    private LeadFacts leadFacts(TestCase testCase) {
        var given = testCase.given();
        String value = given.get("value");
        var lead = new LeadFacts.Lead(
                UUID.randomUUID(),
                testCase.name(),
                given.get("region"),
                given.get("industry"),
                given.get("product"),
                given.get("source"),
                value == null || value.isBlank() ? null : NumberText.of(value),
                null);
        Map<UUID, Candidate> candidates = new LinkedHashMap<>();
        var queues = new ArrayList<Queue>();
        var groups = new ArrayList<Group>();
        for (var row : rows) {
            String name = row.target() == null ? "Anybody" : row.target();
            UUID id = row.targetId() == null ? id(row.outcome(), name) : row.targetId();
            boolean available = testCase.unavailable().stream().noneMatch(other -> TextKey.same(other, name));
            switch (row.outcome()) {
                case PARTNER_USER -> candidates.put(id, candidate(id, name, null, available));
                case FEWEST_OPEN -> {
                    var member =
                            candidate(id(null, "user of " + name), "User of " + name, new Named(id, name), available);
                    candidates.put(member.id(), member);
                }
                case ROUND_ROBIN -> {
                    var member = candidate(id(null, "member of " + name), "Member of " + name, null, available);
                    candidates.put(member.id(), member);
                    groups.add(Group.ofUsers(id, name, List.of(member.id())));
                }
                case QUEUE -> addIf(available, queues, new Queue(id, name));
                case ROUND_ROBIN_OVER_QUEUES -> {
                    var member = new Queue(id(null, "queue of " + name), "Queue of " + name);
                    addIf(available, queues, member);
                    groups.add(Group.ofQueues(id, name, List.of(member.id())));
                }
                case null, default -> {}
            }
        }
        return new LeadFacts(lead, List.copyOf(candidates.values()), queues, groups);
    }

    private static Candidate candidate(UUID id, String name, @Nullable Named partner, boolean available) {
        return available
                ? Candidate.of(
                        id,
                        name,
                        partner,
                        Workload.NONE,
                        Trait.PARTNER,
                        Trait.ACTIVE,
                        Trait.PORTAL_MEMBER,
                        Trait.LOGGED_IN)
                : Candidate.of(id, name, partner, Workload.NONE);
    }

    private static void addIf(boolean available, List<Queue> queues, Queue queue) {
        if (available) {
            queues.add(queue);
        }
    }

    private static RequestFacts requestFacts(Map<String, String> given) {
        var partner = new Named(UUID.randomUUID(), "Partner organisation");
        var request = new RequestFacts.Request(
                UUID.randomUUID(),
                "Case",
                given.get("team"),
                given.get("priority"),
                given.get("product"),
                given.get("category"),
                partner,
                null);
        var user = Candidate.of(
                UUID.randomUUID(),
                "Partner user",
                partner,
                Workload.NONE,
                Trait.ACTIVE,
                Trait.LOGGED_IN,
                Trait.PARTNER);
        return new RequestFacts(request, new RequestFacts.Layer(UUID.randomUUID(), "Layer", true), List.of(user));
    }

    private static UUID id(@Nullable OutcomeType outcome, String name) {
        return UUID.nameUUIDFromBytes((outcome + " " + TextKey.of(name)).getBytes(StandardCharsets.UTF_8));
    }
}
