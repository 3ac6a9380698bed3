package org.partnerflow.search.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Compares one record with others of its kind. */
final class Comparison {
    /** From so many on, sharing a name, a number or a site says nothing of who it is. */
    private static final int MANY = 4;

    private static final double SAME_NAME = 0.97;
    private static final double ELSEWHERE = 0.82;

    private final Described wanted;
    private final Map<String, Integer> rarity;
    private final OrganisationName organisation;
    private final List<String> person;

    /** @param rarity how many others have a term */
    Comparison(Described wanted, Map<String, Integer> rarity) {
        this.wanted = wanted;
        this.rarity = rarity;
        this.organisation = OrganisationName.of(wanted.name());
        this.person = PersonSimilarity.names(wanted.name());
    }

    /** Empty when they are not likely the same. */
    Optional<Likeness> with(Described other) {
        var likeness =
                switch (wanted.kind()) {
                    case ORGANISATION -> organisations(other);
                    case PERSON -> persons(other);
                };
        return likeness.filter(found -> found.score() >= Likeness.LIKELY);
    }

    /** One observation that speaks for a duplicate, with how much it says alone. */
    private record Signal(double score, String reason) {}

    private Optional<Likeness> organisations(Described other) {
        var signals = new ArrayList<Signal>();
        var name = OrganisationName.of(other.name());
        byName(other, name).map(signal -> inPlace(signal, other)).ifPresent(signals::add);
        if (isSame(wanted.websiteKey(), other.websiteKey())) {
            double worth = isShared("h:" + wanted.websiteKey()) ? 0.4 : 0.9;
            signals.add(new Signal(worth, "Same web site: " + wanted.websiteKey()));
        }
        if (isSame(wanted.phoneKey(), other.phoneKey())) {
            signals.add(new Signal(isShared("t:" + wanted.phoneKey()) ? 0.4 : 0.85, "Same phone number"));
        }
        if (signals.isEmpty()) {
            return Optional.empty();
        }
        double doubt =
                signals.stream().mapToDouble(signal -> 1 - signal.score()).reduce(1, (a, b) -> a * b);
        var reasons = new ArrayList<>(signals.stream()
                .sorted(Comparator.comparingDouble(Signal::score).reversed())
                .map(Signal::reason)
                .toList());
        if (isSame(folded(wanted.place()), folded(other.place()))) {
            reasons.add("Same place: " + other.place());
        }
        return Optional.of(new Likeness(Likeness.rounded(1 - doubt), List.copyOf(reasons)));
    }

    /** Another legal form in another place is another company. */
    private Signal inPlace(Signal byName, Described other) {
        boolean elsewhere = wanted.place() != null
                && other.place() != null
                && Collections.disjoint(Folding.words(wanted.place()), Folding.words(other.place()));
        return elsewhere && byName.score() < SAME_NAME
                ? new Signal(byName.score() * ELSEWHERE, byName.reason())
                : byName;
    }

    private Optional<Signal> byName(Described other, OrganisationName name) {
        if (Folding.words(wanted.name()).equals(Folding.words(other.name()))) {
            return Optional.of(new Signal(1, "Same name"));
        }
        double similarity = NameSimilarity.of(organisation, name);
        if (similarity == 1) {
            if (organisation.legalForms().equals(name.legalForms())) {
                return Optional.of(new Signal(0.98, "Same name, written differently"));
            }
            double worth = NameSimilarity.hasOtherForm(organisation, name) ? 0.95 : SAME_NAME;
            return Optional.of(new Signal(worth, "Same name with another legal form"));
        }
        if (stands(organisation, name) || stands(name, organisation)) {
            return Optional.of(new Signal(0.85, "The acronym of the other name"));
        }
        if (similarity * 0.97 >= Likeness.LIKELY) {
            return Optional.of(new Signal(similarity * 0.97, "Similar name"));
        }
        if (isOnlyPart(organisation, name) || isOnlyPart(name, organisation)) {
            return Optional.of(new Signal(0.82, "A part of the other name"));
        }
        return similarity < 0.5 ? Optional.empty() : Optional.of(new Signal(similarity * 0.97, "Similar name"));
    }

    /** Whether {@code brief} is a part of {@code full}, and of no other name that we know. */
    private boolean isOnlyPart(OrganisationName brief, OrganisationName full) {
        return NameSimilarity.isPart(brief, full)
                && !NameSimilarity.hasOtherForm(brief, full)
                && brief.tellingApart().equals(full.tellingApart())
                && rarity.getOrDefault("T:" + brief.telling(), 0) <= 1;
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

    private Optional<Likeness> persons(Described other) {
        var names = PersonSimilarity.names(other.name());
        double byName = PersonSimilarity.of(person, names);
        boolean sameName = PersonSimilarity.isSame(person, names);
        var reasons = new ArrayList<String>();
        double sum = byName;
        if (wanted.email() != null && other.email() != null) {
            boolean same = wanted.email().equals(other.email());
            sum += same ? 20 : -0.75;
            if (same) {
                reasons.add("Same email address");
            }
        }
        if (byName > 0) {
            reasons.add(sameName ? "Same name" : "Similar name");
        }
        if (wanted.phoneKey() != null && other.phoneKey() != null) {
            boolean same = wanted.phoneKey().equals(other.phoneKey());
            boolean near = Slips.between(wanted.phoneKey(), other.phoneKey()) == 1;
            boolean switchboard = isShared("t:" + wanted.phoneKey()) || isSame(wanted.belongsTo(), other.belongsTo());
            sum += same ? switchboard ? 2 : 5 : near ? 2 : -0.75;
            if (same) {
                reasons.add("Same phone number");
            }
        }
        double byPlace = PlaceSimilarity.of(wanted.place(), other.place());
        sum += byPlace;
        if (byPlace > 1) {
            reasons.add("Same address");
        }
        if (isSame(wanted.belongsTo(), other.belongsTo())) {
            sum += 1.5;
            reasons.add("Same account: " + other.belongsTo());
        }
        boolean onlyName = sum <= byName + 2.5;
        if (onlyName && sameName && isCommon()) {
            sum -= 2;
        }
        return Optional.of(new Likeness(score(sum), List.copyOf(reasons)));
    }

    private boolean isCommon() {
        return rarity.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith("n:") && entry.getValue() >= MANY);
    }

    /** 0.8 at 7.5, and near 1 soon after. */
    private static double score(double sum) {
        return Likeness.rounded(Math.min(1, 1 / (1 + Math.pow(2, 5.5 - sum))));
    }

    private boolean isShared(String term) {
        return rarity.getOrDefault(term, 0) >= MANY;
    }

    private static @Nullable String folded(@Nullable String text) {
        return text == null ? null : Folding.fold(text);
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }
}
