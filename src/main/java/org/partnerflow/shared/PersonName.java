package org.partnerflow.shared;

import org.jspecify.annotations.Nullable;

/**
 * The name of a person in its {@link NormalForm}. Many people have one name only: it is the last one.
 *
 * @param first empty for people with one name
 */
public record PersonName(String first, String last) {
    private static final int LONGEST = 100;

    /** The name as typed in two fields whose names begin with {@code field}; a problem (400) when there is no last name. */
    public static PersonName checked(String field, @Nullable String first, @Nullable String last) {
        var given = Texts.optionalLine(field + "firstName", first, LONGEST);
        return new PersonName(given == null ? "" : given, Texts.line(field + "lastName", last, LONGEST));
    }

    public static String full(@Nullable String first, String last) {
        return first == null || first.isBlank() ? last : first + " " + last;
    }
}
