package org.partnerflow.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What an open page has still to be told. Written by the feed, read by the page; a page that is too far behind has to begin anew. */
class Listening {
    private static final int TOO_MUCH = 10_000;

    private final @Nullable UUID organisationId;
    private List<Change> changes = new ArrayList<>();
    private boolean mustProve;
    private boolean behind;

    Listening(@Nullable UUID organisationId) {
        this.organisationId = organisationId;
    }

    @Nullable
    UUID organisationId() {
        return organisationId;
    }

    synchronized void add(Change change) {
        if (changes.size() == TOO_MUCH) {
            behind = true;
        } else {
            changes.add(change);
        }
    }

    /** Somebody's log-in, roles or organisation has changed: whoever listens has to prove again that they may. */
    synchronized void mustProve() {
        mustProve = true;
    }

    /** Since it was asked last. */
    synchronized boolean hasToProve() {
        boolean asked = mustProve;
        mustProve = false;
        return asked;
    }

    synchronized boolean isBehind() {
        return behind;
    }

    synchronized List<Change> take() {
        var taken = changes;
        changes = new ArrayList<>();
        return taken;
    }
}
