package org.partnerflow.rules.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

    public LeadFacts {
        candidates = List.copyOf(candidates);
        queues = List.copyOf(queues);
        groups = List.copyOf(groups);
    }

    /** The lead. {@code name} is what people call it, for lists of decisions. */
    public record Lead(
            UUID id,
            String name,
            @Nullable String region,
            @Nullable String industry,
            @Nullable String product,
            @Nullable String source,
            @Nullable BigDecimal value) {}

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
        return new Values()
                .with("region", lead.region())
                .with("industry", lead.industry())
                .with("product", lead.product())
                .with("source", lead.source())
                .with("value", lead.value())
                .asMap();
    }

    @Override
    public List<Object> others() {
        var others = new ArrayList<Object>(queues);
        others.addAll(groups);
        return others;
    }
}
