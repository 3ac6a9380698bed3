package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as columns of cards.
 *
 * @param versionNumber of the current version, which new deals begin on
 * @param columns the stages of the current version in the order of the diagram, stages of older versions that still hold deals, and
 *     the two ends
 * @param positions where cards can go, by {@link Card#position}
 */
public record BoardView(Named workflow, int versionNumber, List<Column> columns, Map<String, Position> positions) {

    @Schema(name = "DealParty")
    public record Named(UUID id, String name) {}

    @Schema(name = "BoardColumnKind")
    public enum ColumnKind {
        STAGE,
        /** A stage that the current version has no more. */
        OLDER_STAGE,
        WON,
        LOST
    }

    /**
     * @param key what a card that is in this column names as its column
     * @param next what to ask for more cards with; null at the end
     */
    @Schema(name = "BoardColumn")
    public record Column(
            String key,
            String name,
            ColumnKind kind,
            @Nullable String colour,
            long total,
            List<Card> cards,
            @Nullable String next) {}

    /** The partner user, the partner account, or both. */
    @Schema(name = "DealPartner")
    public record Partner(
            @Nullable UUID userId,
            @Nullable String name,
            @Nullable UUID accountId,
            @Nullable String accountName) {}

    /**
     * @param visitId what a move names: the visit, or while the deal waits, the one that it has left; null while it is on its way
     * @param position the key of its {@link Position}; null when it cannot be moved now
     * @param moving on its way to this column
     * @param waiting resting before this column, because the diagram says so
     */
    @Schema(name = "BoardCard")
    public record Card(
            UUID id,
            String name,
            @Nullable Money value,
            Named owner,
            @Nullable Partner partner,
            Instant since,
            @Nullable Instant dueAt,
            @Nullable UUID visitId,
            @Nullable String position,
            boolean moving,
            boolean waiting,
            int versionNumber,
            @Nullable String problem) {}

    /** How many cards a column holds. */
    @Schema(name = "BoardColumnTotal")
    public record Total(String key, long total) {}

    @Schema(name = "BoardPlacedCard")
    public record Placed(String column, Card card) {}

    /**
     * What became of some deals.
     *
     * @param totals of the columns that hold any card
     * @param cards of those that are on the board; the others are not, or not any more
     */
    @Schema(name = "BoardChanges")
    public record Changes(List<Total> totals, List<Placed> cards, Map<String, Position> positions) {}

    /** More cards of one column. */
    @Schema(name = "BoardMore")
    public record More(List<Card> cards, @Nullable String next, Map<String, Position> positions) {}
}
