package org.partnerflow.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Brings text into the form in which it is compared: no accents, no capitals, no punctuation. */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SILENT = Pattern.compile("[.'’`´]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_DIGIT = Pattern.compile("\\D+");
    private static final Pattern HOST =
            Pattern.compile("(?:https?://)?(?:www\\.)?([^/:?#\\s]+).*", Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_PHONE = 7;

    /** Sites where many organisations have a page: they prove nothing. */
    private static final Set<String> SHARED_SITES = Set.of(
            "facebook.com", "linkedin.com", "instagram.com", "x.com", "twitter.com", "sites.google.com", "youtube.com");

    private Folding() {}

    static String fold(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("đ", "d");
    }

    static List<String> words(String text) {
        var words = NOT_WORD.split(SILENT.matcher(fold(text)).replaceAll("").strip());
        return Arrays.stream(words).filter(word -> !word.isEmpty()).toList();
    }

    /** The host of a web address that belongs to one organisation alone. */
    static Optional<String> host(@Nullable String website) {
        if (website == null) {
            return Optional.empty();
        }
        var matcher = HOST.matcher(website.strip());
        return matcher.matches()
                ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)).filter(host -> !SHARED_SITES.contains(host))
                : Optional.empty();
    }

    /** The digits of a phone number, without the zeros and the plus sign in front. */
    static Optional<String> digits(@Nullable String phone) {
        if (phone == null) {
            return Optional.empty();
        }
        var digits = NOT_DIGIT.matcher(phone).replaceAll("").replaceFirst("^0+", "");
        return digits.length() < SHORTEST_PHONE ? Optional.empty() : Optional.of(digits);
    }
}
