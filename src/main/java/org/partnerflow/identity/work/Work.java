package org.partnerflow.identity.work;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Work of one kind that somebody leaves behind.
 *
 * @param kind names the kind to programs: "deals"
 * @param words how much it is: "3 open deals"
 * @param becomes what becomes of it, unless it is handed over: "are decided anew by the rules"
 * @param duty what somebody must be able to do who takes it over; null where nobody is chosen
 * @param needed whether nobody can leave before somebody is named who takes it over
 */
@Schema(name = "LeftWork")
public record Work(
        String kind,
        long count,
        String words,
        String becomes,
        @Nullable Duty duty,
        boolean needed) {

    /** Work for which nobody is chosen. */
    public static Work without(String kind, long count, String one, String many, String becomes) {
        return new Work(kind, count, words(count, one, many), becomes, null, false);
    }

    /** Work that can be handed over, and must be where {@code needed}. */
    public static Work forSomebody(
            String kind, long count, String one, String many, String becomes, Duty duty, boolean needed) {
        return new Work(kind, count, words(count, one, many), becomes, duty, needed);
    }

    private static String words(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
