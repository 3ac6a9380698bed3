package org.partnerflow.shared;

import java.util.UUID;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

/** The paging parameters of a list; use as {@code @BeanParam}. */
public class PageRequest {
    private static final int MOST = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    int limit;

    @QueryParam("after")
    @Nullable
    String after;

    public int limit() {
        if (limit < 1 || limit > MOST) {
            throw Problems.invalid("limit", "Expected a number from 1 to %d.".formatted(MOST));
        }
        return limit;
    }

    public @Nullable String after() {
        return after;
    }

    /** {@link #after} where the key of the list is an id. */
    public @Nullable UUID afterId() {
        if (after == null) {
            return null;
        }
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid("after", "Expected the value of \"next\" of the page before.");
        }
    }
}
