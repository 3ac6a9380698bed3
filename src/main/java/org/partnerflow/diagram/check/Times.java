package org.partnerflow.diagram.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/** Reads the times that people write into diagrams. */
final class Times {
    private Times() {}

    static boolean isPositive(@Nullable Object durationOrPeriod) {
        return switch (durationOrPeriod) {
            case Duration duration -> duration.isPositive();
            case Period period -> !period.isNegative() && !period.isZero();
            case null, default -> false;
        };
    }

    static boolean isPositiveDuration(String text) {
        try {
            return approximate(text).isPositive();
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    static boolean isShorter(String text, Duration shortest) {
        return approximate(text).compareTo(shortest) < 0;
    }

    /** Years and months are counted as 365 and 30 days: enough to tell a wait from none. */
    private static Duration approximate(String text) {
        var time = text.indexOf('T');
        var days = time < 0 ? text : text.substring(0, time);
        var period = days.equals("P") ? Period.ZERO : Period.parse(days);
        var rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
        return rest.plusDays(period.getYears() * 365L + period.getMonths() * 30L + period.getDays());
    }

    static boolean isTime(String text) {
        try {
            return ZonedDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
