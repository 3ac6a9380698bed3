package org.partnerflow.shared;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/**
 * A phone number, stored in one form whatever was typed: {@code +13035550199;ext=12}. It is shown as {@code +1 303-555-0199 ext. 12}.
 * What nobody can read, as where one was asked for a number later than it was stored, stays as it was typed.
 *
 * @param stored as in the database
 */
public record PhoneNumber(String stored) {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 80;
    private static final Pattern TYPED = Pattern.compile(
            "(?:tel:)?\\s*(?<number>[+(]?\\d[\\d ()./-]*?)"
                    + "\\s*(?:(?:;\\s*ext=|extension|extn?\\.?|x\\.?|#|,+)\\s*:?\\s*(?<extension>\\d{1,8}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STORED = Pattern.compile("(?<number>\\+\\d{4,15})(?:;ext=(?<extension>\\d{1,8}))?");

    /** The number that somebody typed, or a problem at {@code field} (400). */
    public static PhoneNumber checked(String field, @Nullable String typed, @Nullable String country) {
        return parse(typed, country).orElseThrow(() -> refused(field, typed == null ? "" : typed, country));
    }

    /** As {@link #checked}, or null when nothing was typed. */
    public static @Nullable PhoneNumber optional(String field, @Nullable String typed, @Nullable String country) {
        return typed == null || typed.isBlank() ? null : checked(field, typed, country);
    }

    /** As {@link #optional}, but what is stored already is taken as it is. */
    public static @Nullable PhoneNumber changed(
            String field, @Nullable PhoneNumber now, @Nullable String typed, @Nullable String country) {
        return kept(now, typed).orElseGet(() -> optional(field, typed, country));
    }

    /** The number that is stored already, if what was typed is what is shown of it. */
    public static Optional<PhoneNumber> kept(@Nullable PhoneNumber now, @Nullable String typed) {
        return Optional.ofNullable(now)
                .filter(number -> typed != null && number.toString().equals(typed.strip()));
    }

    /** @param country where it is dialled without a code: the name or the two letters; unknown, the organisation's own country */
    public static Optional<PhoneNumber> parse(@Nullable String typed, @Nullable String country) {
        if (typed == null || typed.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = TYPED.matcher(PlainText.of(typed));
        if (!parts.matches()) {
            return Optional.empty();
        }
        var number = parts.group("number");
        var found = read(number, region(country));
        if (found.isEmpty() && number.startsWith("00")) {
            found = read("+" + number.substring(2), region(country));
        }
        var extension = parts.group("extension");
        return found.map(read -> new PhoneNumber(
                LIBRARY.format(read, PhoneNumberFormat.E164) + (extension == null ? "" : ";ext=" + extension)));
    }

    /** The number that somebody typed, or what they typed instead of one. */
    public static PhoneNumber orText(String typed, @Nullable String country) {
        return parse(typed, country).orElseGet(() -> new PhoneNumber(typed.strip()));
    }

    /** The number without its extension, as a machine dials it; empty for one that nobody can read. */
    public Optional<String> e164() {
        var parts = STORED.matcher(stored);
        return parts.matches() ? Optional.of(parts.group("number")) : Optional.empty();
    }

    /** As people read it. */
    @Override
    public String toString() {
        var parts = STORED.matcher(stored);
        if (!parts.matches()) {
            return stored;
        }
        var extension = parts.group("extension");
        return read(parts.group("number"), HomeCountry.SHIPPED)
                .map(number -> LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL)
                        + (extension == null ? "" : " ext. " + extension))
                .orElse(stored);
    }

    /** As people read it, or null. */
    public static @Nullable String shown(@Nullable PhoneNumber number) {
        return number == null ? null : number.toString();
    }

    private static Optional<Phonenumber.PhoneNumber> read(String number, String region) {
        try {
            var read = LIBRARY.parse(number, region);
            return LIBRARY.isPossibleNumberWithReason(read) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private static String region(@Nullable String country) {
        return Countries.code(country).orElseGet(HomeCountry::current);
    }

    private static RuntimeException refused(String field, String typed, @Nullable String country) {
        var region = region(country);
        var example = LIBRARY.getExampleNumber(region);
        var own = example == null
                ? ""
                : LIBRARY.format(example, PhoneNumberFormat.NATIONAL) + " in %s, or ".formatted(Countries.name(region));
        return Problems.invalid(
                field,
                "Expected a phone number such as %s+44 20 7946 0000 with the country's code, and ext. 12 for an extension, but it is “%s”."
                        .formatted(own, Texts.cut(typed.strip(), 60)));
    }

    /** How it stands in a column. */
    @Converter(autoApply = true)
    static class InColumn implements AttributeConverter<PhoneNumber, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PhoneNumber number) {
            return number == null ? null : number.stored();
        }

        @Override
        public @Nullable PhoneNumber convertToEntityAttribute(@Nullable String stored) {
            return stored == null ? null : new PhoneNumber(stored);
        }
    }
}
