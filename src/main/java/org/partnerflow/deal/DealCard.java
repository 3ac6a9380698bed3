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
        Instant createdAt) {

    @Nullable
    Money value() {
        return amount == null || currency == null ? null : new Money(amount, currency);
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
