package org.partnerflow.shared;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Checks text that people type: length, and no characters that break lines or hide. */
public final class Texts {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\p{Cs}]");
    private static final Pattern CONTROL_IN_LINES = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\t]]");

    private Texts() {}

    /** The text in its {@link NormalForm}; a problem at {@code field} (400) when it is empty, too long or has line breaks. */
    public static String line(String field, @Nullable String text, int longest) {
        var line = text == null ? "" : NormalForm.of(text);
        if (line.isEmpty() || line.length() > longest || CONTROL.matcher(line).find()) {
            throw Problems.invalid(field, "Expected 1 to %d characters without line breaks.".formatted(longest));
        }
        return line;
    }

    /** As {@link #line}, or null when there is nothing in it. */
    public static @Nullable String optionalLine(String field, @Nullable String text, int longest) {
        var line = text == null ? "" : NormalForm.of(text);
        if (line.isEmpty()) {
            return null;
        }
        if (line.length() > longest || CONTROL.matcher(line).find()) {
            throw Problems.invalid(field, "Expected at most %d characters without line breaks.".formatted(longest));
        }
        return line;
    }

    /** Text of several lines, or null when there is nothing in it. */
    public static @Nullable String optionalLines(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var lines = text.strip().replace("\r\n", "\n").replace('\r', '\n');
        if (lines.length() > longest || CONTROL_IN_LINES.matcher(lines).find()) {
            throw Problems.invalid(field, "Expected at most %d characters of plain text.".formatted(longest));
        }
        return lines;
    }

    /** The text, or as much of its beginning as fits; a character of two units is never torn apart. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest || longest == 0) {
            return longest == 0 ? "" : text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** As {@link #cut}, with a mark that something is missing. */
    public static String brief(String text, int longest) {
        return text.length() <= longest ? text : cut(text, longest) + "…";
    }

    /** The end of the text, or all of it; a character of two units is never torn apart. */
    public static String end(String text, int longest) {
        int start = Math.max(0, text.length() - longest);
        return text.substring(start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }

    /** The pattern that finds a search text anywhere, for {@code like :text escape '!'}; null when there is nothing to find. */
    public static @Nullable String containing(@Nullable String text) {
        return text == null || text.isBlank() ? null : "%" + forLike(NormalForm.of(text)) + "%";
    }

    /** Makes the wildcards of a search text plain characters, for {@code like :text escape '!'}. */
    public static String forLike(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
