package org.partnerflow.rules.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.RuleSet;

/**
 * Who gets a lead?
 *
 * @param candidates all partner users of the organisation, those too who cannot take a lead, so that it can be explained why
 * @param queues all queues that a row can name
 * @param groups all groups that a row can name for round robin
 */
public record LeadFacts(Lead lead, List<Candidate> candidates, List<Queue> queues, List<Group> groups)
        implements Facts {
    private static final Set<Trait> NEEDED = Set.of(Trait.ACTIVE, Trait.PORTAL_MEMBER, Trait.LOGGED_IN);

    public LeadFacts {
        candidates = List.copyOf(candidates);
        queues = List.copyOf(queues);
        groups = List.copyOf(groups);
    }

    /**
     * The lead. {@code name} is what people call it, for lists of decisions.
     *
     * @param value in the organisation's currency; null without one, and without a rate
     * @param worth the value where it is in another currency; null where not
     */
    public record Lead(
            UUID id,
            String name,
            @Nullable String region,
            @Nullable String industry,
            @Nullable String product,
            @Nullable String source,
            @Nullable BigDecimal value,
            @Nullable Worth worth) {

        /** What the columns of the table are compared with. */
        public Map<String, Object> values() {
            var values = new Values()
                    .with("region", region)
                    .with("industry", industry)
                    .with("product", product)
                    .with("source", source)
                    .with("value", value);
            return value == null && worth != null
                    ? values.with("value", worth.words()).asMap() // no number to compare, but not empty
                    : values.asMap();
        }
    }

    @Override
    public RuleSet ruleSet() {
        return RuleSet.LEAD_ASSIGNMENT;
    }

    @Override
    public UUID recordId() {
        return lead.id();
    }

    @Override
    public String recordName() {
        return lead.name();
    }

    @Override
    public Map<String, Object> values() {
        return lead.values();
    }

    @Override
    public LeadFacts carried(UnaryOperator<Candidate> candidate, UnaryOperator<Group> group) {
        return new LeadFacts(
                lead,
                candidates.stream().map(candidate).toList(),
                queues,
                groups.stream().map(group).toList());
    }

    /** Whoever could take some lead, even if not this one, and every queue. */
    @Override
    public Set<UUID> present() {
        var present = new HashSet<UUID>();
        queues.forEach(queue -> present.add(queue.id()));
        candidates.stream()
                .filter(candidate -> candidate.traits().containsAll(NEEDED))
                .forEach(candidate -> present.add(candidate.id()));
        return present;
    }

    @Override
    public List<Object> others() {
        var others = new ArrayList<Object>(queues);
        others.addAll(groups);
        if (lead.worth() != null) {
            others.add(lead.worth());
        }
        return others;
    }
}
