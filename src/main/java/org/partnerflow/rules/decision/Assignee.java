package org.partnerflow.rules.decision;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who or what a decision leads to.
 *
 * @param id the user or queue; null for the other kinds
 * @param groupId the assignment group whose turn was used, so that the caller moves it on; null without round robin
 */
public record Assignee(
        Kind kind,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable UUID groupId) {

    public enum Kind {
        USER,
        QUEUE,
        /** Nobody of the layer at hand can take the request: ask the next layer. */
        NEXT_LAYER,
        NOBODY
    }

    public static final Assignee NOBODY = new Assignee(Kind.NOBODY, null, null, null);
    public static final Assignee NEXT_LAYER = new Assignee(Kind.NEXT_LAYER, null, null, null);

    public static Assignee of(Candidate candidate) {
        return new Assignee(Kind.USER, candidate.id(), candidate.name(), null);
    }

    public static Assignee of(Queue queue) {
        return new Assignee(Kind.QUEUE, queue.id(), queue.name(), null);
    }

    Assignee inTurnOf(Group group) {
        return new Assignee(kind, id, name, group.id());
    }

    /** In words: "Anna Berg", "queue West", "the next layer", "nobody". */
    public String words() {
        return switch (kind) {
            case USER -> String.valueOf(name);
            case QUEUE -> "queue " + name;
            case NEXT_LAYER -> "the next layer";
            case NOBODY -> "nobody";
        };
    }
}
