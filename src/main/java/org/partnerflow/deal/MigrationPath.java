package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.partnerflow.deal.MigrationPlan.Way;
import org.partnerflow.diagram.WaitingPlaces;
import org.partnerflow.diagram.WaitingPlaces.Place;

/**
 * How a deal gets from a place of one version to the same place of another. The process engine moves an instance as it is only where it
 * stands at tasks alone that have nothing on their border, before and after; all others begin anew.
 *
 * @param reason why it is not moved as it is; empty when it is
 * @param besides the waits on side ways of the version that it leaves
 */
record MigrationPath(
        DealVersions.Version from,
        DealVersions.Version to,
        Place place,
        Place target,
        Way way,
        String reason,
        Map<String, String> elements,
        List<String> besides,
        CarriedOn carried) {

    /** A version with the places where deals stay on it. */
    record Side(DealVersions.Version version, WaitingPlaces places) {}

    /** @param since when the deal came to the place */
    static MigrationPath of(
            Side from, Side to, Place place, Place target, Map<String, Instant> timersDue, Instant since, Instant now) {
        var reason = whyNotAsItIs(from, place, target);
        boolean carries = to.version().carriesTimers();
        return new MigrationPath(
                from.version(),
                to.version(),
                place,
                target,
                reason.isEmpty() ? Way.IN_PLACE : Way.ANEW,
                reason,
                reason.isEmpty() ? elements(from, to) : Map.of(),
                from.places().besides(),
                CarriedOn.of(place, target, timersDue, since, now, carries));
    }

    private static String whyNotAsItIs(Side from, Place place, Place target) {
        if (place.waits()) {
            return "The deal waits at %s".formatted(place.name());
        }
        if (!place.borders().isEmpty()) {
            return "The stage %s has events on its border (%s)"
                    .formatted(place.name(), String.join(", ", place.borders()));
        }
        if (!target.borders().isEmpty()) {
            return "The stage %s gets events on its border (%s)"
                    .formatted(target.name(), String.join(", ", target.borders()));
        }
        return from.places().besides().isEmpty()
                ? ""
                : "Something may still run beside the stage (%s)"
                        .formatted(String.join(", ", from.places().besides()));
    }

    /** All tasks that both have: beside the stage a step may just be done. */
    private static Map<String, String> elements(Side from, Side to) {
        var known = to.places().plainTasks();
        return from.places().plainTasks().stream()
                .filter(known::contains)
                .collect(Collectors.toMap(id -> id, id -> id));
    }
}
