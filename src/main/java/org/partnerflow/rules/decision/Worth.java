package org.partnerflow.rules.decision;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A value in another currency than that of the organisation, in which the rows compare.
 *
 * @param compared what it is worth in that currency; null without a rate
 */
public record Worth(
        BigDecimal amount,
        String currency,
        String home,
        @Nullable BigDecimal compared) {

    String words() {
        return amount.stripTrailingZeros().toPlainString() + " " + currency;
    }
}
