package org.partnerflow.shared.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the sign that separates the cells: the one that stands equally often in the first lines. A comma stands in many texts, so
 * that any other sign goes before it.
 */
final class Delimiter {
    private static final List<Character> SIGNS = List.of('\t', ';', '|', ',');
    private static final int LINES = 20;

    private Delimiter() {}

    static char of(String text) {
        var counts =
                SIGNS.stream().map(sign -> new Count(sign, perLine(text, sign))).toList();
        return counts.stream()
                .filter(count -> count.inHeader() > 0)
                .max(Comparator.comparingInt(Count::agreeing)
                        .thenComparing(count -> count.sign() != ',')
                        .thenComparingInt(Count::inHeader))
                .map(Count::sign)
                .orElse(',');
    }

    private record Count(char sign, List<Integer> perLine) {
        int inHeader() {
            return perLine.isEmpty() ? 0 : perLine.getFirst();
        }

        int agreeing() {
            return (int) perLine.stream().filter(number -> number == inHeader()).count();
        }
    }

    private static List<Integer> perLine(String text, char sign) {
        var counts = new ArrayList<Integer>();
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < text.length() && counts.size() < LINES; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == sign && !quoted) {
                count++;
            } else if (c == '\n' && !quoted) {
                counts.add(count);
                count = 0;
            }
        }
        if (counts.isEmpty()) {
            counts.add(count);
        }
        return counts;
    }
}
