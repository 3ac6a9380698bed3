package org.partnerflow.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** Times as the database can keep them: those of years with four digits. */
public final class Dates {
    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private Dates() {}

    /** @throws DateTimeException when it is not one, or is out of range */
    public static Instant instant(String text) {
        var instant = Instant.parse(text);
        if (!isStorable(instant)) {
            throw new DateTimeException("Expected a time of the years 1000 to 9999");
        }
        return instant;
    }

    /** @throws DateTimeException when it is not one, or is out of range */
    public static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (!isStorable(day)) {
            throw new DateTimeException("Expected a day of the years 1000 to 9999");
        }
        return day;
    }

    static boolean isStorable(TemporalAccessor time) {
        if (time instanceof Instant instant) {
            return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
        }
        int year = time.get(ChronoField.YEAR);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
