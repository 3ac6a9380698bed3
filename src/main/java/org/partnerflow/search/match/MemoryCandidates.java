package org.partnerflow.search.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Records that are kept in memory, for example the lines of one file. */
public final class MemoryCandidates implements Candidates {
    private final Map<String, List<Described>> byTerm = new HashMap<>();

    public void add(Described record) {
        for (var term : Terms.of(record).all()) {
            byTerm.computeIfAbsent(term, none -> new ArrayList<>(2)).add(record);
        }
    }

    @Override
    public Map<String, Integer> counts(Collection<String> terms, int most) {
        var counts = new HashMap<String, Integer>();
        for (var term : terms) {
            counts.put(term, Math.min(most, byTerm.getOrDefault(term, List.of()).size()));
        }
        return counts;
    }

    @Override
    public List<Described> having(Collection<String> terms) {
        var found = new LinkedHashSet<Described>();
        terms.forEach(term -> found.addAll(byTerm.getOrDefault(term, List.of())));
        return List.copyOf(found);
    }
}
