package org.partnerflow.search.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How much the names of two persons speak for one person, or against it: the larger, the more; below 0 against. */
final class PersonSimilarity {
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "professor",
            "sir",
            "herr",
            "frau",
            "rev",
            "mx",
            "phd",
            "md",
            "esq",
            "ing");
    private static final Set<String> GENERATIONS = Set.of("jr", "junior", "sr", "senior", "ii", "iii", "iv");
    private static final double LAST_NAME = 5;
    private static final double FIRST_NAME = 4;
    private static final double OTHER_NAME = 3.5;
    private static final double OTHER_ORDER = -0.5;

    private PersonSimilarity() {}

    /** The names without titles. */
    static List<String> names(String name) {
        var all = Folding.words(name);
        var names = all.stream().filter(word -> !TITLES.contains(word)).toList();
        return names.isEmpty() ? all : names;
    }

    static double of(List<String> one, List<String> other) {
        if (!generations(one).equals(generations(other))) {
            return -OTHER_NAME;
        }
        double straight = inOrder(one, other);
        double best = Math.max(straight, ofLines(one, other));
        for (int first = 1; first < one.size(); first++) {
            var turned = new ArrayList<>(one.subList(first, one.size()));
            turned.addAll(one.subList(0, first));
            best = Math.max(best, Math.max(inOrder(turned, other), ofLines(turned, other)) + OTHER_ORDER);
        }
        return best;
    }

    /** Finds what is written in one word here and in two there. */
    private static double ofLines(List<String> one, List<String> other) {
        var line = String.join("", one);
        var otherLine = String.join("", other);
        boolean spacedAlike = one.size() == other.size();
        return spacedAlike || Math.abs(line.length() - otherLine.length()) > 2
                ? Double.NEGATIVE_INFINITY
                : worth(line, otherLine, LAST_NAME + FIRST_NAME);
    }

    /** Whether they have the same names, in whatever order. */
    static boolean isSame(List<String> one, List<String> other) {
        return one.stream().sorted().toList().equals(other.stream().sorted().toList());
    }

    /** The last names are compared, and the first ones; who has more between them may well be the same. */
    private static double inOrder(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (String.join("", one).equals(String.join("", other))) {
            return LAST_NAME + FIRST_NAME;
        }
        if (one.size() == 1 || other.size() == 1) {
            var brief = one.size() == 1 ? one : other;
            var full = one.size() == 1 ? other : one;
            double asLast = worth(brief.getFirst(), full.getLast(), LAST_NAME);
            double asFirst = full.size() == 1 ? asLast : worth(brief.getFirst(), full.getFirst(), LAST_NAME / 2);
            return Math.max(asLast, asFirst);
        }
        double last = worth(one.getLast(), other.getLast(), LAST_NAME);
        double first = worth(one.getFirst(), other.getFirst(), FIRST_NAME);
        return last + first + between(one, other);
    }

    private static double between(List<String> one, List<String> other) {
        var middle = new ArrayList<>(one.subList(1, one.size() - 1));
        var otherMiddle = new ArrayList<>(other.subList(1, other.size() - 1));
        if (middle.isEmpty() || otherMiddle.isEmpty()) {
            return 0;
        }
        return worth(String.join("", middle), String.join("", otherMiddle), 1);
    }

    private static double worth(String one, String other, double most) {
        double near = near(one, other);
        return near >= 0.5 ? most * near : -OTHER_NAME * most / LAST_NAME;
    }

    /** 1 for the same name, 0 for another one. */
    static double near(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int longest = Math.max(one.length(), other.length());
        int shortest = Math.min(one.length(), other.length());
        if (!Folding.forgivesSlips(one) || !Folding.forgivesSlips(other) || Slips.numbersDiffer(one, other)) {
            return 0;
        }
        if (shortest == 1) {
            return one.charAt(0) == other.charAt(0) ? 0.65 : 0;
        }
        if (longest <= 2 || longest - shortest > 3) {
            return 0;
        }
        int slips = Slips.between(one, other);
        if (longest <= 4) {
            return slips == 1 ? 0.65 : 0;
        }
        return switch (slips) {
            case 1 -> longest <= 7 ? 0.86 : 0.92;
            case 2 -> longest <= 7 ? 0.55 : 0.8;
            case 3 -> longest <= 8 ? 0 : 0.55;
            default -> 0;
        };
    }

    private static List<String> generations(List<String> names) {
        return names.stream().filter(GENERATIONS::contains).toList();
    }
}
