package org.partnerflow.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.partnerflow.search.match.Folding;
import org.partnerflow.search.match.PhoneKey;
import org.partnerflow.search.match.Terms;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.Texts;

/** The keys under which a record is found: {@code w:} words for the search, the others for candidates of duplicates. */
final class IndexTerms {
    private static final int LONGEST = 80;
    private static final int MOST_TYPED = 4;

    private IndexTerms() {}

    static Set<String> of(SearchDocument document) {
        var terms = new LinkedHashSet<String>();
        var words = Folding.words(document.title());
        words.forEach(word -> terms.add(word(word)));
        words.stream().limit(MOST_TYPED).forEach(word -> terms.addAll(Terms.typed(word)));
        if (document.subtitle() != null) {
            Folding.words(document.subtitle()).forEach(word -> terms.add(word(word)));
        }
        if (document.email() != null) {
            terms.add(word(document.email()));
        }
        if (document.phoneKey() != null) {
            terms.add("t:" + document.phoneKey());
        }
        for (var person : document.people()) {
            Folding.words(person.name()).forEach(word -> terms.add(word(word)));
            terms.add(word(EmailAddress.normal(person.email())));
            PhoneKey.of(person.phone()).ifPresent(key -> terms.add("t:" + key));
        }
        document.described()
                .ifPresent(described -> terms.addAll(Terms.of(described).all()));
        var cut = new LinkedHashSet<String>();
        terms.forEach(term -> cut.add(Texts.cut(term, LONGEST)));
        return cut;
    }

    /** The term of a word, or the beginning of the terms of longer ones. */
    static String word(String word) {
        return Texts.cut("w:" + word, LONGEST);
    }

    /** Terms of words that differ from this one by a slip of a key. */
    static List<String> typed(String word) {
        return Terms.typed(word);
    }
}
