package org.partnerflow.deal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.deal.BoardView.Card;
import org.partnerflow.deal.BoardView.Column;
import org.partnerflow.deal.BoardView.ColumnKind;
import org.partnerflow.deal.BoardView.Named;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Dates;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;

/** Shows a workflow as a board. */
@ApplicationScoped
public class BoardService {
    @Inject
    Deals deals;

    @Inject
    DealAccess access;

    @Inject
    Workflows workflows;

    @Inject
    DealVersions versions;

    @Inject
    DealParties parties;

    @Inject
    Actors actors;

    /** A board that the viewer may open. */
    @Schema(name = "BoardEntry")
    public record Entry(UUID id, String name, boolean newDeals) {}

    /** The boards that the viewer may open, the one for new deals first. */
    @Transactional
    public List<Entry> boards() {
        var viewer = access.viewer();
        var mine = viewer.isPartner() ? deals.workflowsOf(viewer) : List.<UUID>of();
        return workflows.all().stream()
                .filter(workflow -> !viewer.isPartner() || workflow.isDefault() || mine.contains(workflow.id()))
                .map(workflow -> new Entry(workflow.id(), workflow.name(), workflow.isDefault()))
                .toList();
    }

    /** @param limit of the cards of each column */
    @Transactional
    public BoardView board(UUID workflowId, Deals.Filter filter, int limit) {
        var workflow = visible(workflowId);
        var version = DealVersions.Version.from(workflow.current());
        var viewer = access.viewer();
        var counts = deals.countByColumn(filter, viewer);
        var found = new LinkedHashMap<String, List<DealCard>>();
        for (var key : keys(version, counts)) {
            found.put(key, counts.containsKey(key) ? deals.latest(filter.in(key), viewer, null, limit + 1) : List.of());
        }
        var cards = new CardMaker(parties.accountNames(
                found.values().stream().flatMap(List::stream).toList()));
        var columns = new ArrayList<Column>();
        found.forEach((key, all) -> {
            var page = Page.of(all, limit, BoardService::placeAfter);
            columns.add(new Column(
                    key,
                    name(version, key, all),
                    kind(version, key),
                    version.find(key)
                            .map(stage -> stage.headers().get("colour"))
                            .orElse(null),
                    counts.getOrDefault(key, 0L),
                    page.items().stream().map(cards::card).toList(),
                    page.next()));
        });
        return new BoardView(new Named(workflow.id(), workflow.name()), version.number(), columns, cards.positions);
    }

    @Transactional
    public BoardView.More more(UUID workflowId, String column, Deals.Filter filter, @Nullable String after, int limit) {
        visible(workflowId);
        var all = deals.latest(filter.in(column), access.viewer(), place(after), limit + 1);
        var page = Page.of(all, limit, BoardService::placeAfter);
        var cards = new CardMaker(parties.accountNames(all));
        return new BoardView.More(page.items().stream().map(cards::card).toList(), page.next(), cards.positions);
    }

    /** What became of some deals on a board; others of them are not on it, or not any more. */
    @Transactional
    public BoardView.Changes changes(UUID workflowId, Deals.Filter filter, Set<UUID> ids) {
        visible(workflowId);
        var viewer = access.viewer();
        var found = deals.latest(filter.of(ids), viewer, null, ids.size());
        var cards = new CardMaker(parties.accountNames(found));
        return new BoardView.Changes(
                deals.countByColumn(filter, viewer).entrySet().stream()
                        .map(column -> new BoardView.Total(column.getKey(), column.getValue()))
                        .sorted(Comparator.comparing(BoardView.Total::key))
                        .toList(),
                found.stream()
                        .map(deal -> new BoardView.Placed(deal.column(), cards.card(deal)))
                        .toList(),
                cards.positions);
    }

    private Workflows.Ready visible(UUID workflowId) {
        if (boards().stream().noneMatch(board -> board.id().equals(workflowId))) {
            throw Problems.notFound("Board");
        }
        return workflows.workflow(workflowId);
    }

    private static List<String> keys(DealVersions.Version version, Map<String, Long> counts) {
        var stages = version.stages().stream().map(Stage::elementId).toList();
        var ends = List.of(DealState.WON.name(), DealState.LOST.name());
        var keys = new ArrayList<>(stages);
        counts.keySet().stream()
                .filter(key -> !stages.contains(key) && !ends.contains(key))
                .sorted()
                .forEach(keys::add);
        keys.addAll(ends);
        return keys;
    }

    private static ColumnKind kind(DealVersions.Version version, String key) {
        if (version.find(key).isPresent()) {
            return ColumnKind.STAGE;
        }
        return switch (key) {
            case "WON" -> ColumnKind.WON;
            case "LOST" -> ColumnKind.LOST;
            default -> ColumnKind.OLDER_STAGE;
        };
    }

    private String name(DealVersions.Version version, String key, List<DealCard> cards) {
        return switch (kind(version, key)) {
            case WON -> "Won";
            case LOST -> "Lost";
            case STAGE -> version.stage(key).name();
            case OLDER_STAGE ->
                cards.stream()
                        .flatMap(card -> versions.of(card.versionId()).find(key).stream())
                        .map(Stage::name)
                        .findFirst()
                        .orElse(key);
        };
    }

    private static String placeAfter(DealCard card) {
        return card.columnSince() + "_" + card.id();
    }

    private static Deals.@Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            var parts = after.split("_", 2);
            return new Deals.Place(Dates.instant(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Problems.invalid("after", "Expected the value of \"next\" of the page before.");
        }
    }

    /** Makes cards, and collects the positions that they stand on. */
    private final class CardMaker {
        private final Map<UUID, String> accountNames;
        private final Map<String, Position> positions = new HashMap<>();

        CardMaker(Map<UUID, String> accountNames) {
            this.accountNames = accountNames;
        }

        Card card(DealCard deal) {
            return new Card(
                    deal.id(),
                    deal.name(),
                    deal.value(),
                    new Named(deal.ownerId(), deal.ownerName()),
                    deal.partner(accountNames),
                    deal.columnSince(),
                    deal.dueAt(),
                    deal.movableVisitId(),
                    position(deal),
                    deal.isMoving(),
                    deal.waiting(),
                    versions.of(deal.versionId()).number(),
                    access.viewer().isPartner() ? null : deal.problem());
        }

        private @Nullable String position(DealCard deal) {
            var from = deal.movableFrom();
            var stage = from == null
                    ? null
                    : versions.of(deal.versionId()).find(from).orElse(null);
            if (stage == null) {
                return null;
            }
            boolean hasPartner = deal.partnerUserId() != null;
            var key = Position.key(deal.versionId(), from, hasPartner);
            positions.computeIfAbsent(
                    key, k -> Position.of(stage, actors.current().kind(), hasPartner));
            return key;
        }
    }
}
