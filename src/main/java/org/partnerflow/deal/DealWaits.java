package org.partnerflow.deal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.WaitingPlaces;
import org.partnerflow.diagram.WaitingPlaces.Place;
import org.partnerflow.engine.feed.Tokens;

/** At which wait a deal rests between two stages: told by the engine, or where it does not tell, by the way that the deal took and the clock. */
@ApplicationScoped
class DealWaits {
    @Inject
    DealVersions versions;

    @Inject
    StageVisits visits;

    @Inject
    Tokens tokens;

    @Inject
    Clock clock;

    /**
     * Where a deal waits.
     *
     * @param until null where only the process engine knows
     * @param waitsAhead others follow on the way to the next stage
     */
    record Wait(Place place, @Nullable Instant until, boolean waitsAhead) {}

    Optional<Wait> of(Deal deal) {
        if (!deal.isOpen() || !deal.isWaiting()) {
            return Optional.empty();
        }
        var version = versions.of(deal.workflowVersionId());
        var places = versions.places(version);
        return told(deal, version, places).or(() -> on(deal, version, places));
    }

    private Optional<Wait> told(Deal deal, DealVersions.Version version, WaitingPlaces places) {
        if (!tokens.areKnown()) {
            return Optional.empty();
        }
        var waits = waitsOnTheWay(deal, version, places);
        return tokens.of(deal.id()).stream()
                .flatMap(token -> waits.stream()
                        .filter(place -> place.elementId().equals(token.elementId()))
                        .map(place -> new Wait(
                                place,
                                dueAt(deal, place, since(deal, waits, place, token.since())),
                                !place.equals(waits.getLast()))))
                .findFirst();
    }

    /** By our clock, where the waits before tell it: that of the engine need not agree. */
    private static Instant since(Deal deal, List<Place> waits, Place place, Instant told) {
        var since = deal.columnSince();
        for (var before : waits.subList(0, waits.indexOf(place))) {
            since = dueAt(deal, before, since);
            if (since == null) {
                return told;
            }
        }
        return since;
    }

    private Optional<Wait> on(Deal deal, DealVersions.Version version, WaitingPlaces places) {
        var waits = waitsOnTheWay(deal, version, places);
        var since = deal.columnSince();
        for (int i = first(deal, waits); i < waits.size(); i++) {
            var place = waits.get(i);
            var until = dueAt(deal, place, since);
            if (until == null || until.isAfter(clock.instant()) || i == waits.size() - 1) {
                return Optional.of(new Wait(place, until, i < waits.size() - 1));
            }
            since = until;
        }
        return Optional.empty();
    }

    /** Those before a wait whose time is known from elsewhere are over. */
    private static int first(Deal deal, List<Place> waits) {
        for (int i = waits.size() - 1; i > 0; i--) {
            if (deal.passage().timersDue().containsKey(waits.get(i).elementId())) {
                return i;
            }
        }
        return 0;
    }

    private static @Nullable Instant dueAt(Deal deal, Place place, Instant since) {
        var known = deal.passage().timersDue().get(place.elementId());
        return known != null
                ? known
                : place.timer(place.elementId())
                        .flatMap(timer -> timer.firesAfter(since))
                        .orElse(null);
    }

    private List<Place> waitsOnTheWay(Deal deal, DealVersions.Version version, WaitingPlaces places) {
        var ways = ways(deal, version).stream().filter(version::waitsOn).toList();
        var way = ways.stream()
                .filter(move -> MoveRules.column(move).equals(deal.column()))
                .findFirst()
                .or(() -> ways.stream().findFirst());
        var steps = way.map(Move::steps)
                .orElseGet(() -> List.copyOf(deal.passage().timersDue().keySet()));
        return steps.stream()
                .flatMap(step -> places.find(step).stream())
                .filter(Place::waits)
                .toList();
    }

    /** What was chosen when the deal left its last stage, while it is on its way from there. */
    Optional<String> outcomeOnTheWay(Deal deal) {
        return deal.visit() != null || deal.passage().leftVisitId() == null
                ? Optional.empty()
                : Optional.ofNullable(
                        visits.findById(deal.passage().leftVisitId()).outcome());
    }

    private List<Move> ways(Deal deal, DealVersions.Version version) {
        if (deal.passage().leftElementId() == null) {
            return version.analysis().entry();
        }
        var outcome = outcomeOnTheWay(deal).orElse(null);
        return version.find(deal.passage().leftElementId()).stream()
                .flatMap(stage -> stage.moves().stream())
                .filter(move -> outcome == null || outcome.equals(move.outcome()))
                .toList();
    }
}
