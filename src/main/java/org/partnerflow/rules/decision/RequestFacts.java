package org.partnerflow.rules.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.RuleSet;

/**
 * Who of a layer gets a support request?
 *
 * @param candidates all members of the layer
 */
public record RequestFacts(Request request, Layer layer, List<Candidate> candidates) implements Facts {

    public RequestFacts {
        candidates = List.copyOf(candidates);
    }

    /**
     * The request. {@code name} is what people call it, for lists of decisions.
     *
     * @param customerPartner the partner organisation that the customer is associated with
     * @param unitPartner the partner organisation that the customer's org unit is associated with
     */
    public record Request(
            UUID id,
            String name,
            @Nullable String team,
            @Nullable String priority,
            @Nullable String product,
            @Nullable String category,
            @Nullable Named customerPartner,
            @Nullable Named unitPartner) {}

    /** The layer at hand; the last one has nobody to pass a request on to. */
    public record Layer(UUID id, String name, boolean last) {}

    @Override
    public RuleSet ruleSet() {
        return RuleSet.REQUEST_ASSIGNMENT;
    }

    @Override
    public UUID recordId() {
        return request.id();
    }

    @Override
    public String recordName() {
        return request.name();
    }

    @Override
    public Map<String, Object> values() {
        return new Values()
                .with("team", request.team())
                .with("priority", request.priority())
                .with("product", request.product())
                .with("category", request.category())
                .asMap();
    }

    @Override
    public RequestFacts carried(UnaryOperator<Candidate> candidate, UnaryOperator<Group> group) {
        return new RequestFacts(
                request, layer, candidates.stream().map(candidate).toList());
    }

    @Override
    public Set<UUID> present() {
        return Set.of();
    }

    @Override
    public List<Object> others() {
        return List.of(request, layer);
    }
}
