package org.partnerflow.deal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** A deal between two stages: what it has left, whether it rests on the way, and the timers that it carries along. */
@Embeddable
class Passage {
    private boolean waiting;

    @Column(name = "left_visit_id")
    @Nullable
    private UUID leftVisitId;

    @Column(name = "left_element_id")
    @Nullable
    private String leftElementId;

    @Column(name = "timers_due")
    @Convert(converter = DueTimes.class)
    private Map<String, Instant> timersDue = Map.of();

    void begin(boolean waits) {
        waiting = waits;
        timersDue = Map.of();
    }

    void leave(StageVisit visit) {
        leftVisitId = visit.id();
        leftElementId = visit.elementId();
    }

    /** Others may lie ahead. */
    void skip(String waitId, boolean waitsAgain, Instant at) {
        waiting = waitsAgain;
        timersDue = Map.of(waitId, at);
    }

    void carry(Map<String, Instant> due) {
        timersDue = due;
    }

    boolean waiting() {
        return waiting;
    }

    @Nullable
    UUID leftVisitId() {
        return leftVisitId;
    }

    @Nullable
    String leftElementId() {
        return leftElementId;
    }

    /** When those timers are due whose time is not told by the diagram alone. */
    Map<String, Instant> timersDue() {
        return timersDue;
    }
}
