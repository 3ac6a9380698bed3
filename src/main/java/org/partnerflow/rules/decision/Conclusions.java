package org.partnerflow.rules.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the rules concluded about one question. */
record Conclusions(List<Match> matches, Map<UUID, Set<Reason>> objections, List<Fit> fits, Chosen chosen) {

    static Conclusions of(Collection<?> facts) {
        var matches = new ArrayList<Match>();
        var objections = new HashMap<UUID, Set<Reason>>();
        var fits = new ArrayList<Fit>();
        Chosen chosen = null;
        for (var fact : facts) {
            if (fact instanceof Match match) {
                matches.add(match);
            } else if (fact instanceof Objection objection) {
                objections
                        .computeIfAbsent(objection.candidateId(), id -> EnumSet.noneOf(Reason.class))
                        .add(objection.reason());
            } else if (fact instanceof Fit fit) {
                fits.add(fit);
            } else if (fact instanceof Chosen found) {
                chosen = found;
            }
        }
        if (chosen == null) {
            throw new IllegalStateException("Expected the rules to choose, but they did not.");
        }
        matches.sort(Comparator.comparing(Match::number));
        return new Conclusions(matches, objections, fits, chosen);
    }
}
