package org.partnerflow.shared;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list, paged by key.
 *
 * @param next what to pass as {@code after} for the next part; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Makes a page of {@code found}, which was read with one row more than {@code limit} to know whether there is more. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        var items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, key.apply(items.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), next);
    }
}
