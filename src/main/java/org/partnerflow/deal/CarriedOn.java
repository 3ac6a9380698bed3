package org.partnerflow.deal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.partnerflow.diagram.DiagramTimer;
import org.partnerflow.diagram.DiagramTimer.Kind;
import org.partnerflow.diagram.WaitingPlaces.Place;

/**
 * What becomes of the timers at a place when a deal begins anew at the same place of another version: those that both have go on where
 * they were, those that have fired stay quiet, the others end or begin.
 *
 * @param due when each timer of the other version is due, where that is known
 * @param notices the same for people
 */
record CarriedOn(Map<String, Instant> due, List<String> notices) {
    /** Far enough that a timer that has fired already does not do so again. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * @param known when timers are due that were carried on before
     * @param since when the others began
     * @param possible whether the other version was published so that timers can go on
     */
    static CarriedOn of(
            Place from, Place to, Map<String, Instant> known, Instant since, Instant now, boolean possible) {
        var due = new TreeMap<String, Instant>();
        var notices = new ArrayList<String>();
        for (var timer : to.timers()) {
            var former = from.timer(timer.elementId());
            var fires = former.flatMap(
                    old -> Optional.ofNullable(known.get(old.elementId())).or(() -> old.firesAfter(since)));
            if (former.isEmpty()) {
                timer.firesAfter(now).ifPresent(at -> due.put(timer.elementId(), at));
                notices.add("The timer %s is new and begins now.".formatted(timer.name()));
            } else if (fires.isEmpty() || timer.kind() == Kind.CYCLE || !possible) {
                timer.firesAfter(now).ifPresent(at -> due.put(timer.elementId(), at));
                notices.add("The timer %s begins anew.".formatted(timer.name()));
            } else {
                due.put(timer.elementId(), whenCarried(timer, fires.get(), now));
                notices.add(notice(timer, fires.get(), now));
            }
        }
        from.timers().stream()
                .filter(timer -> to.timer(timer.elementId()).isEmpty())
                .forEach(timer -> notices.add("The timer %s ends.".formatted(timer.name())));
        return new CarriedOn(due, List.copyOf(notices));
    }

    /** The rest of each timer for the process engine. */
    Map<String, String> rest(Instant now) {
        return due.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, time -> rest(now, time.getValue())));
    }

    private static String rest(Instant now, Instant due) {
        return due.isAfter(now)
                ? Duration.between(now, due).truncatedTo(ChronoUnit.MILLIS).toString()
                : "PT0S";
    }

    private static Instant whenCarried(DiagramTimer timer, Instant fires, Instant now) {
        return fires.isAfter(now) || timer.interrupting() ? fires : now.plus(NEVER);
    }

    private static String notice(DiagramTimer timer, Instant fires, Instant now) {
        if (fires.isAfter(now.plus(NEVER.dividedBy(2))) || !fires.isAfter(now) && !timer.interrupting()) {
            return "The timer %s has passed already, and what it leads to is not done again.".formatted(timer.name());
        }
        return "The timer %s goes on: it passes on %s.".formatted(timer.name(), TIME.format(fires));
    }
}
