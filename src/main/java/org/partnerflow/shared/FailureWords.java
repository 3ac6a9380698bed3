package org.partnerflow.shared;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for people who were not there: in our own words, never in those of a library. Where there are none, or they do not
 * tell all, the log has the failure under a number that is told instead.
 */
public final class FailureWords {
    private static final Logger LOG = Logger.getLogger(FailureWords.class);
    private static final String OURS = "org.partnerflow.";
    private static final String AT_ONCE =
            "Somebody else saved the same at the same moment, or something that this needs is gone.";
    private static final String LOCKED = "Somebody else was saving the same records.";

    private FailureWords() {}

    public static String of(Throwable failure) {
        var causes = Causes.of(failure);
        return first(causes, HttpProblem.class)
                .map(FailureWords::ofProblem)
                .or(() -> Optional.ofNullable(ofDatabase(failure, causes)))
                .or(() ->
                        causes.stream().filter(FailureWords::isOurs).findFirst().map(FailureWords::ofOurs))
                .orElseGet(() -> "It failed in a way that nobody foresaw." + inTheLog(failure));
    }

    /** A problem with its fields, values and what was expected. */
    private static String ofProblem(HttpProblem problem) {
        var fields = problem.getParameters().get("violations") instanceof List<?> violations
                ? violations.stream()
                        .map(Problems.Violation.class::cast)
                        .map(violation -> violation.field() + ": " + violation.message())
                        .collect(Collectors.joining(" "))
                : "";
        return fields.isEmpty() ? String.valueOf(problem.getDetail()) : problem.getDetail() + " " + fields;
    }

    private static @Nullable String ofDatabase(Throwable failure, List<Throwable> causes) {
        if (DatabaseAway.isBehind(failure)) {
            return "The database could not be reached.";
        }
        return causes.stream()
                .map(cause -> switch (cause) {
                    case ConstraintViolationException violation -> AT_ONCE;
                    case OptimisticLockException late -> AT_ONCE;
                    case DataException unfit -> "A text is too long, or a number too large, to be kept.";
                    case LockAcquisitionException lock -> LOCKED;
                    case LockTimeoutException lock -> LOCKED;
                    case PessimisticLockException lock -> LOCKED;
                    default -> null;
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Words that we chose, and not those of the cause repeated. */
    private static boolean isOurs(Throwable cause) {
        var text = cause.getMessage();
        if (text == null) {
            return false;
        }
        if (cause.getClass().getName().startsWith(OURS)) {
            return true;
        }
        var trace = cause.getStackTrace();
        return (cause instanceof IllegalStateException || cause instanceof IllegalArgumentException)
                && trace.length > 0
                && trace[0].getClassName().startsWith(OURS)
                && Causes.of(cause).stream().skip(1).noneMatch(behind -> repeats(text, behind));
    }

    private static boolean repeats(String text, Throwable behind) {
        var words = behind.getMessage();
        return words != null && !words.isBlank() && text.contains(words) && !isOurs(behind);
    }

    private static String ofOurs(Throwable cause) {
        var text = String.valueOf(cause.getMessage());
        boolean isKind = cause.getClass().getName().startsWith(OURS);
        return isKind || cause.getCause() == null || isOurs(cause.getCause())
                ? text
                : (text.endsWith(".") ? text : text + ".") + inTheLog(cause);
    }

    /** The same failure has the same number each time, as it is tried again and again. */
    private static String inTheLog(Throwable failure) {
        var trace = failure.getStackTrace();
        var number = "%08X".formatted(Objects.hash(failure.toString(), trace.length == 0 ? "" : trace[0].toString()));
        LOG.errorf(failure, "Failure %s", number);
        return " Who looks after the server finds the reason in its log, at \"Failure %s\".".formatted(number);
    }

    private static <T> Optional<T> first(List<Throwable> causes, Class<T> kind) {
        return causes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
