package org.partnerflow.deal;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.partnerflow.shared.Currencies;
import org.partnerflow.shared.Problems;

/** An amount in a currency, in the currency's own precision. */
public record Money(BigDecimal amount, String currency) {
    private static final BigDecimal MOST = new BigDecimal("999999999999.99");

    /** The value of a deal; a problem (400) when it is none. */
    public static Money checked(BigDecimal amount, String currency) {
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            throw Problems.invalid("value.amount", "Expected an amount from 0 to %s.".formatted(MOST.toPlainString()));
        }
        int digits = digits(currency);
        if (amount.stripTrailingZeros().scale() > digits) {
            throw Problems.invalid(
                    "value.amount", "Expected at most %d digits after the point for %s.".formatted(digits, currency));
        }
        return new Money(amount.setScale(digits, RoundingMode.UNNECESSARY), currency);
    }

    private static int digits(String currency) {
        var known = Currencies.find(currency).orElseThrow(() -> Currencies.unknown("value.currency", currency));
        return Math.clamp(known.getDefaultFractionDigits(), 0, 2);
    }
}
