package org.partnerflow.partner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.partnerflow.search.match.OrganisationName;

/** The naming rule: the full name as on the web site, never an acronym, a nickname or a part of the name alone. It warns only. */
final class NamingRule {
    private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}][\\p{Lu}&.]{1,5}");
    private static final Set<String> PARTS = Set.of(
            "partner",
            "partners",
            "company",
            "organisation",
            "organization",
            "school",
            "college",
            "university",
            "bank",
            "hospital",
            "test",
            "unknown",
            "none",
            "na",
            "tbd",
            "employer",
            "agency",
            "department",
            "office",
            "group");

    private NamingRule() {}

    /** Sentences that say what is wrong with the name; empty when nothing is. */
    static List<String> warnings(String name) {
        var trimmed = name.strip();
        return Stream.of(acronym(trimmed), part(trimmed))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> acronym(String name) {
        return ACRONYM.matcher(name).matches()
                ? Optional.of(
                        "“%s” looks like an acronym. Enter the full name; the acronym may follow in brackets, as in “Community College of Aurora (CCA)”."
                                .formatted(name))
                : Optional.empty();
    }

    private static Optional<String> part(String name) {
        var key = OrganisationName.of(name).key();
        return PARTS.contains(key)
                ? Optional.of("“%s” is only a part of a name. Enter the full name as on the organisation's web site."
                        .formatted(name))
                : Optional.empty();
    }
}
