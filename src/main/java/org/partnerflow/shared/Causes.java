package org.partnerflow.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/** What is behind a failure: its causes, and those that were suppressed on the way, as transactions do. */
public final class Causes {
    private Causes() {}

    /** The failure itself first. */
    public static List<Throwable> of(Throwable failure) {
        var known = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        var all = new ArrayList<Throwable>();
        Deque<Throwable> next = new ArrayDeque<>(List.of(failure));
        for (var one = next.poll(); one != null; one = next.poll()) {
            if (known.add(one)) {
                all.add(one);
                if (one.getCause() != null) {
                    next.add(one.getCause());
                }
                next.addAll(List.of(one.getSuppressed()));
            }
        }
        return all;
    }
}
