package org.partnerflow.shared;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Countries by their two letters (ISO 3166), as people name them: by code, in English, or in a language of the country. */
public final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    public static Set<String> codes() {
        return CODES;
    }

    public static boolean isCode(String code) {
        return CODES.contains(code);
    }

    /** The two letters of the country that is named so; empty when nobody can tell. */
    public static Optional<String> code(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(folded(name)));
    }

    /** The English name of a country. */
    public static String name(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        for (var locale : Locale.getAvailableLocales()) {
            if (CODES.contains(locale.getCountry())) {
                names.putIfAbsent(folded(locale.getDisplayCountry(locale)), locale.getCountry());
            }
        }
        for (var code : CODES) {
            var country = Locale.of("", code);
            names.put(folded(country.getDisplayCountry(Locale.ENGLISH)), code);
            names.put(folded(country.getISO3Country()), code);
            names.put(folded(code), code);
        }
        Map.of(
                        "uk", "GB",
                        "great britain", "GB",
                        "england", "GB",
                        "scotland", "GB",
                        "wales", "GB",
                        "united states of america", "US",
                        "u.s.", "US",
                        "u.s.a.", "US",
                        "holland", "NL")
                .forEach((name, code) -> names.put(name, code));
        return Map.copyOf(names);
    }

    private static String folded(String name) {
        return PlainText.of(name).toLowerCase(Locale.ROOT);
    }
}
