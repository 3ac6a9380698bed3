package org.partnerflow.search.match;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where records with given terms are. */
public interface Candidates {

    /** How many records have each of the terms, counted up to {@code most}; terms that nobody has may be missing. */
    Map<String, Integer> counts(Collection<String> terms, int most);

    /** The records that have at least one of the terms. */
    List<Described> having(Collection<String> terms);
}
