package org.partnerflow.diagram.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Reads the times that people write into diagrams. They have bounds, as the process engine counts in milliseconds and breaks where those
 * are too many; the bounds of dates are fixed, so that a diagram that is right today is right tomorrow.
 */
final class Times {
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;

    private Times() {}

    /** Whether a duration is one to wait for. */
    static boolean isFit(@Nullable Object durationOrPeriod) {
        return switch (durationOrPeriod) {
            case Duration duration -> isFit(duration);
            case Period period -> isFit(approximate(period));
            case null, default -> false;
        };
    }

    static boolean isFitDuration(String text) {
        try {
            return isFit(approximate(text));
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    static boolean isShorter(String text, Duration shortest) {
        return approximate(text).compareTo(shortest) < 0;
    }

    private static boolean isFit(Duration duration) {
        return duration.isPositive() && duration.compareTo(LONGEST) <= 0;
    }

    /** Years and months are counted as 365 and 30 days: enough to tell a wait from none. */
    private static Duration approximate(String text) {
        var time = text.indexOf('T');
        var days = time < 0 ? text : text.substring(0, time);
        var period = days.equals("P") ? Period.ZERO : Period.parse(days);
        var rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
        return rest.plus(approximate(period));
    }

    private static Duration approximate(Period period) {
        return Duration.ofDays(period.getYears() * 365L + period.getMonths() * 30L + period.getDays());
    }

    static boolean isFitTime(String text) {
        try {
            return isFit(ZonedDateTime.parse(text));
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isFit(ZonedDateTime time) {
        return time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
    }
}
