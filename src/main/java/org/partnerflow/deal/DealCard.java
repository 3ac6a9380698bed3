package org.partnerflow.deal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What boards and lists show of a deal. */
record DealCard(
        UUID id,
        String name,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        DealState state,
        String column,
        Instant columnSince,
        @Nullable Instant dueAt,
        @Nullable UUID visitId,
        boolean waiting,
        UUID workflowId,
        UUID versionId,
        UUID ownerId,
        String ownerName,
        @Nullable UUID partnerUserId,
        @Nullable String partnerName,
        @Nullable UUID partnerAccountId,
        @Nullable UUID migratingToId,
        @Nullable String problem,
        Instant createdAt,
        @Nullable UUID leftVisitId,
        @Nullable String leftElementId) {

    @Nullable
    Money value() {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    /** What a move names: the visit, or while the deal waits, the one that it has left. */
    @Nullable
    UUID movableVisitId() {
        return waiting ? leftVisitId : visitId;
    }

    /** The stage whose choices the deal has; null when it has none now. */
    @Nullable
    String movableFrom() {
        if (migratingToId != null) {
            return null;
        }
        return visitId != null ? column : waiting ? leftElementId : null;
    }

    /** Between two stages: the process has not told yet where the deal stands. */
    boolean isMoving() {
        return state == DealState.OPEN && visitId == null;
    }

    BoardView.@Nullable Partner partner(Map<UUID, String> accountNames) {
        return partnerUserId == null && partnerAccountId == null
                ? null
                : new BoardView.Partner(
                        partnerUserId,
                        partnerName,
                        partnerAccountId,
                        partnerAccountId == null ? null : accountNames.get(partnerAccountId));
    }
}
