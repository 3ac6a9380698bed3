package org.partnerflow.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

import org.partnerflow.shared.Texts;

/** The keys under which a record is found: {@code w:} words for the search, the others for candidates of duplicates. */
final class Terms {
    private static final int LONGEST = 80;
    private static final int AFFIX = 4;

    private Terms() {}

    static Set<String> of(SearchDocument document) {
        var terms = new LinkedHashSet<String>();
        Folding.words(document.title()).forEach(word -> terms.add("w:" + word));
        if (document.subtitle() != null) {
            Folding.words(document.subtitle()).forEach(word -> terms.add("w:" + word));
        }
        if (document.email() != null) {
            terms.add("w:" + Folding.fold(document.email()));
        }
        terms.addAll(candidateTerms(document));
        return cut(terms, term -> true);
    }

    /** The terms that a duplicate of this record has as well, at least one of them. */
    static Set<String> candidateTerms(SearchDocument document) {
        var terms = new LinkedHashSet<String>();
        var name = OrganisationName.of(document.title());
        var key = name.key();
        terms.add("k:" + key);
        name.words().stream()
                .filter(word -> OrganisationName.weight(word) == 1)
                .forEach(word -> terms.add("w:" + word));
        if (key.length() >= AFFIX) {
            terms.add("p:" + Texts.cut(key, AFFIX));
            terms.add("s:" + Texts.end(key, AFFIX));
        }
        name.acronym().ifPresent(acronym -> terms.add("a:" + acronym));
        if (name.words().size() >= 3) {
            terms.add("a:" + name.initials());
        } else if (name.words().size() == 1 && key.length() <= 8) {
            terms.add("a:" + key);
        }
        Folding.host(document.website()).ifPresent(host -> terms.add("h:" + host));
        Folding.digits(document.phone()).ifPresent(digits -> terms.add("t:" + digits));
        return cut(terms, term -> term.length() > 2);
    }

    private static Set<String> cut(Set<String> terms, Predicate<String> wanted) {
        var cut = new LinkedHashSet<String>();
        terms.stream().filter(wanted).map(term -> Texts.cut(term, LONGEST)).forEach(cut::add);
        return cut;
    }
}
