package org.partnerflow.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.partnerflow.shared.Actors;

/** Finds records of organisations that are likely to be the same, with a score and the reasons. */
@ApplicationScoped
public class DuplicateFinder {
    private static final double LIKELY = 0.8;
    private static final int MOST_CANDIDATES = 60;
    private static final int MOST_DUPLICATES = 5;

    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    /** The likely duplicates among the records of the same type in the current organisation, the likeliest first. */
    @Transactional
    public List<Duplicate> find(SearchDocument document) {
        var name = OrganisationName.of(document.title());
        return candidates(document).stream()
                .filter(entry -> !entry.recordId.equals(document.recordId()))
                .flatMap(entry -> compare(document, name, entry).stream())
                .sorted(Comparator.comparingDouble(Duplicate::score).reversed().thenComparing(Duplicate::title))
                .limit(MOST_DUPLICATES)
                .toList();
    }

    /** Records that share a key, those with the most keys in common first. */
    @SuppressWarnings("unchecked")
    private List<SearchEntry> candidates(SearchDocument document) {
        var terms = Terms.candidateTerms(document);
        if (terms.isEmpty()) {
            return List.of();
        }
        return entities.createNativeQuery("""
                        select e.* from search_entry e join (
                            select t.record_id, count(*) as hits from search_term t
                            where t.organisation_id = :organisation and t.term in (:terms)
                            group by t.record_id) found on found.record_id = e.record_id
                        where e.organisation_id = :organisation and e.record_type = :type
                        order by found.hits desc, e.record_id limit :most""", SearchEntry.class)
                .setParameter("organisation", actors.current().organisation())
                .setParameter("terms", terms)
                .setParameter("type", document.recordType())
                .setParameter("most", MOST_CANDIDATES)
                .getResultList();
    }

    private static Optional<Duplicate> compare(SearchDocument document, OrganisationName name, SearchEntry entry) {
        var signals = signals(document, name, entry);
        if (signals.isEmpty()) {
            return Optional.empty();
        }
        double doubt =
                signals.stream().mapToDouble(signal -> 1 - signal.score()).reduce(1, (a, b) -> a * b);
        double score = Math.round((1 - doubt) * 100) / 100.0;
        if (score < LIKELY) {
            return Optional.empty();
        }
        var reasons = signals.stream()
                .sorted(Comparator.comparingDouble(Signal::score).reversed())
                .map(Signal::reason)
                .collect(Collectors.toCollection(ArrayList::new));
        if (document.place() != null
                && entry.place != null
                && Folding.fold(document.place()).equals(Folding.fold(entry.place))) {
            reasons.add("Same place: " + entry.place);
        }
        return Optional.of(new Duplicate(entry.recordId, entry.title, entry.subtitle, score, List.copyOf(reasons)));
    }

    /** One observation that speaks for a duplicate, with how much it says alone. */
    private record Signal(double score, String reason) {}

    private static List<Signal> signals(SearchDocument document, OrganisationName name, SearchEntry entry) {
        var signals = new ArrayList<Signal>();
        byName(document.title(), name, entry.title).ifPresent(signals::add);
        Folding.host(document.website())
                .filter(host -> host.equals(entry.websiteHost))
                .ifPresent(host -> signals.add(new Signal(0.9, "Same web site: " + host)));
        Folding.digits(document.phone())
                .filter(digits -> digits.equals(entry.phoneDigits))
                .ifPresent(digits -> signals.add(new Signal(0.85, "Same phone number")));
        return signals;
    }

    private static Optional<Signal> byName(String title, OrganisationName name, String otherTitle) {
        var other = OrganisationName.of(otherTitle);
        if (Folding.words(title).equals(Folding.words(otherTitle))) {
            return Optional.of(new Signal(1, "Same name"));
        }
        double similarity = NameSimilarity.of(name, other);
        if (similarity == 1) {
            var same = name.legalForms().equals(other.legalForms());
            return Optional.of(
                    same
                            ? new Signal(0.98, "Same name, written differently")
                            : new Signal(0.97, "Same name with another legal form"));
        }
        if (sameAcronym(name, other)) {
            return Optional.of(new Signal(0.85, "The acronym of the other name"));
        }
        return similarity < 0.5 ? Optional.empty() : Optional.of(new Signal(similarity * 0.97, "Similar name"));
    }

    private static boolean sameAcronym(OrganisationName name, OrganisationName other) {
        return stands(name, other) || stands(other, name);
    }

    /** Whether {@code brief} is nothing but the acronym of {@code full}, or both give the same one in brackets. */
    private static boolean stands(OrganisationName brief, OrganisationName full) {
        boolean bracketed = full.acronym().isPresent()
                && (Objects.equals(full.acronym(), brief.acronym())
                        || full.acronym().get().equals(brief.key()));
        boolean initials = full.words().size() >= 3
                && brief.words().size() == 1
                && full.initials().equals(brief.key());
        return bracketed || initials;
    }
}
