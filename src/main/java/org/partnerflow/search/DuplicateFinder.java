package org.partnerflow.search;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jspecify.annotations.Nullable;

import org.partnerflow.search.match.Candidates;
import org.partnerflow.search.match.Described;
import org.partnerflow.search.match.Matcher;
import org.partnerflow.search.match.Matcher.Match;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.CreationLock;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Sql;

/** Finds records of the organisation that are likely to be the same, with a score and the reasons. */
@ApplicationScoped
public class DuplicateFinder {
    private static final int MOST_DUPLICATES = 5;
    private static final int MOST_READ = 2_000;

    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Inject
    Sql sql;

    @Inject
    CreationLock lock;

    /**
     * From here to the end of the transaction nobody else makes or renames records of the type: what is found stays true. Begin with it,
     * since other locks are taken under it.
     */
    @Transactional(TxType.MANDATORY)
    public void alone(String recordType) {
        lock.take(recordType);
    }

    /**
     * Asks (409) when there are likely duplicates that the person has not seen yet. From here to the end of the transaction nobody else
     * makes or renames records of the type, so that two who do the same at once get the answers of one after the other.
     *
     * @param before the record before it was changed: what was alike then was seen; null for a new one
     */
    @Transactional(TxType.MANDATORY)
    public void ask(SearchDocument document, @Nullable SearchDocument before, Set<UUID> seen, String question) {
        alone(document.recordType());
        var known = new HashSet<>(seen);
        if (before != null) {
            matches(before).forEach(match -> known.add(match.record().id()));
        }
        var unseen = found(matches(document).stream()
                .filter(match -> !known.contains(match.record().id()))
                .toList());
        if (!unseen.isEmpty()) {
            throw Problems.conflict(question, Map.of("duplicates", unseen));
        }
    }

    /** The likely duplicates among the records of the same type in the current organisation, the likeliest first. */
    @Transactional
    public List<Duplicate> find(SearchDocument document) {
        return found(matches(document));
    }

    private List<Match> matches(SearchDocument document) {
        return document.described()
                .map(described -> Matcher.find(described, new Stock(document.recordType())))
                .orElse(List.of());
    }

    /** The likely duplicates among others than the records of the organisation, for example the lines of a file. */
    public List<Duplicate> find(SearchDocument document, Candidates others) {
        return document.described()
                .map(described -> found(Matcher.find(described, others)))
                .orElse(List.of());
    }

    private static List<Duplicate> found(List<Match> matches) {
        return matches.stream()
                .limit(MOST_DUPLICATES)
                .map(match -> new Duplicate(
                        match.record().id(),
                        match.record().name(),
                        match.record().belongsTo(),
                        match.likeness().score(),
                        match.likeness().reasons()))
                .toList();
    }

    /** All records of a type, by their terms in the index. */
    private final class Stock implements Candidates {
        private final String recordType;
        private final UUID organisation = actors.current().organisation();

        Stock(String recordType) {
            this.recordType = recordType;
        }

        @Override
        public Map<String, Integer> counts(Collection<String> terms, int most) {
            var counts = new HashMap<String, Integer>();
            if (terms.isEmpty()) {
                return counts;
            }
            var one = "select ? as term, (select count(*) from (select 1 from search_term"
                    + " where organisation_id = ? and term = ? limit %d) found) as number".formatted(most);
            var values = terms.stream()
                    .flatMap(term -> List.<Object>of(term, organisation, term).stream())
                    .toArray();
            sql.query(
                    String.join(" union all ", Collections.nCopies(terms.size(), one)),
                    row -> counts.put(row.getString("term"), row.getInt("number")),
                    values);
            return counts;
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<Described> having(Collection<String> terms) {
            if (terms.isEmpty()) {
                return List.of();
            }
            List<SearchEntry> entries = entities.createNativeQuery("""
                            select e.* from search_entry e join (
                                select distinct t.record_id from search_term t
                                where t.organisation_id = :organisation and t.term in (:terms)) found
                                on found.record_id = e.record_id
                            where e.organisation_id = :organisation and e.record_type = :type and e.kind is not null""", SearchEntry.class)
                    .setParameter("organisation", organisation)
                    .setParameter("terms", terms)
                    .setParameter("type", recordType)
                    .setMaxResults(MOST_READ)
                    .getResultList();
            return entries.stream().map(SearchEntry::described).toList();
        }
    }
}
