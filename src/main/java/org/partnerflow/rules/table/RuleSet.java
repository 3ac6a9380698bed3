package org.partnerflow.rules.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import static org.partnerflow.rules.table.Column.number;
import static org.partnerflow.rules.table.Column.text;
import static org.partnerflow.rules.table.OutcomeType.*;

/** The decisions that there are, with the columns and outcomes of their tables. Files in rules/ bear the id. */
public enum RuleSet {
    LEAD_ASSIGNMENT(
            "lead-assignment",
            "Lead assignment",
            "lead",
            List.of(
                    text("region", "Region", "Region of the lead."),
                    text("industry", "Industry", "Industry of the company."),
                    text("product", "Product", "Product that the lead asks for."),
                    text("source", "Source", "Where the lead came from."),
                    number("value", "Value", "Expected value of the lead.")),
            List.of(PARTNER_USER, FEWEST_OPEN, QUEUE, ROUND_ROBIN, ROUND_ROBIN_OVER_QUEUES)),
    REQUEST_ASSIGNMENT(
            "request-assignment",
            "Request assignment",
            "request",
            List.of(
                    text("team", "Team", "Team that the request went to."),
                    text("priority", "Priority", "Priority of the request."),
                    text("product", "Product", "Product that the request is about."),
                    text("category", "Category", "Category of the request.")),
            List.of(PARTNER_FIRST, TECHNICIAN_FIRST, PARTNER_ONLY));

    private final String id;
    private final String label;
    private final String noun;
    private final List<Column> columns;
    private final List<OutcomeType> outcomes;

    RuleSet(String id, String label, String noun, List<Column> columns, List<OutcomeType> outcomes) {
        this.id = id;
        this.label = label;
        this.noun = noun;
        this.columns = columns;
        this.outcomes = outcomes;
    }

    @JsonValue
    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** The word for what is assigned: "lead". */
    public String noun() {
        return noun;
    }

    /** How much open work: "1 open lead", "3 open leads". */
    public String open(int count) {
        return "%d open %s%s".formatted(count, noun, count == 1 ? "" : "s");
    }

    public List<Column> columns() {
        return columns;
    }

    public List<OutcomeType> outcomes() {
        return outcomes;
    }

    /** The table's rows name people, queues or groups; where not, its outcomes only tune a preference. */
    public boolean namesTargets() {
        return outcomes.stream().anyMatch(outcome -> outcome.target() != null);
    }

    public static Optional<RuleSet> withId(String id) {
        return Stream.of(values()).filter(ruleSet -> ruleSet.id.equals(id)).findFirst();
    }

    @JsonCreator
    static RuleSet of(String id) {
        return withId(id)
                .orElseThrow(() -> new IllegalArgumentException("Expected the id of a rule set, but got " + id));
    }
}
