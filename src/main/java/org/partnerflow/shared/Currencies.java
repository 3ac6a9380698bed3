package org.partnerflow.shared;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The money that is used somewhere today, by its three letters (ISO 4217): no metals, no test codes, nothing that was replaced. */
public final class Currencies {
    private static final Map<String, Currency> CURRENT = Arrays.stream(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.toMap(Currency::getCurrencyCode, Function.identity()));

    private Currencies() {}

    /** The currency of exactly that code. */
    public static Optional<Currency> find(@Nullable String code) {
        return Optional.ofNullable(code).map(CURRENT::get);
    }

    /** The currency of that code, however it is typed; a problem at {@code field} (400) when there is none. */
    public static Currency checked(String field, @Nullable String code) {
        var wanted = code == null ? "" : PlainText.of(code).toUpperCase(Locale.ROOT);
        return find(wanted).orElseThrow(() -> unknown(field, wanted));
    }

    /** The problem (400) of a code at {@code field} that is no currency. */
    public static RuntimeException unknown(String field, @Nullable String code) {
        return Problems.invalid(
                field,
                "Expected the code of a currency in use such as USD or EUR, but it is “%s”."
                        .formatted(Texts.cut(code == null ? "" : code, 20)));
    }
}
