package org.partnerflow.shared;

import java.util.Currency;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Currencies by their three letters (ISO 4217). */
public final class Currencies {
    private Currencies() {}

    /** The currency of that code; a problem at {@code field} (400) when there is none. */
    public static Currency checked(String field, @Nullable String code) {
        var wanted = code == null ? "" : PlainText.of(code).toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(
                        field,
                        "Expected a currency code such as USD or EUR, but it is “%s”."
                                .formatted(Texts.cut(wanted, 20))));
    }
}
