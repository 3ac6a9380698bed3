package org.partnerflow.rules.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The values that a table can tell apart in one column. There are endless texts and numbers, but a table only distinguishes those
 * that it mentions; so a condition becomes a set of a few samples, and covering or overlapping becomes set arithmetic.
 */
final class ColumnSpace {

    private final List<Sample> samples;

    /** One of the values that the table can tell apart, and its words. */
    private record Sample(@Nullable Object value, String words) {}

    private ColumnSpace(List<Sample> samples) {
        this.samples = samples;
    }

    static ColumnSpace of(Column column, List<TypedRow> rows) {
        var conditions = rows.stream()
                .map(row -> row.conditions().get(column.name()))
                .filter(condition -> condition != null)
                .toList();
        var samples = new ArrayList<Sample>();
        if (column.type() == ColumnType.NUMBER) {
            addNumbers(samples, conditions);
        } else {
            addTexts(samples, conditions);
        }
        samples.add(new Sample(null, "is empty"));
        return new ColumnSpace(samples);
    }

    /** The samples for which the condition holds; all of them if there is no condition. */
    BitSet where(@Nullable Condition condition) {
        var set = new BitSet(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            set.set(i, condition == null || condition.holds(samples.get(i).value()));
        }
        return set;
    }

    boolean isEverything(BitSet set) {
        return set.cardinality() == samples.size();
    }

    /** Words for one value of the set, the most telling first. */
    String example(BitSet set) {
        return samples.get(set.nextSetBit(0)).words();
    }

    private static void addTexts(List<Sample> samples, List<Condition> conditions) {
        var words = new TreeMap<String, String>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.AnyOf anyOf) {
                anyOf.keys().forEach(key -> words.put(key, "is \"" + key + "\""));
            } else if (condition instanceof Condition.StartsWith startsWith) {
                // U+FFFF is no character: with it, the prefix stands for every other text that begins so
                startsWith
                        .keys()
                        .forEach(key -> words.put(key + '\uffff', "starts with \"" + key + "\" and is not named"));
            }
        }
        words.forEach((value, text) -> samples.add(new Sample(value, text)));
        samples.add(new Sample("\uffff", words.isEmpty() ? "is anything" : "is something that no row names"));
    }

    private static void addNumbers(List<Sample> samples, List<Condition> conditions) {
        var bounds = new TreeSet<BigDecimal>(Comparator.naturalOrder());
        for (Condition condition : conditions) {
            if (condition instanceof Condition.InRange range) {
                if (range.min() != null) {
                    bounds.add(range.min());
                }
                if (range.max() != null) {
                    bounds.add(range.max());
                }
            }
        }
        BigDecimal before = null;
        for (BigDecimal bound : bounds) {
            samples.add(
                    before == null
                            ? new Sample(bound.subtract(BigDecimal.ONE), "is below " + bound.toPlainString())
                            : new Sample(
                                    before.add(bound).divide(BigDecimal.TWO),
                                    "is between %s and %s".formatted(before.toPlainString(), bound.toPlainString())));
            samples.add(new Sample(bound, "is " + bound.toPlainString()));
            before = bound;
        }
        samples.add(
                before == null
                        ? new Sample(BigDecimal.ZERO, "is any number")
                        : new Sample(before.add(BigDecimal.ONE), "is above " + before.toPlainString()));
    }
}
