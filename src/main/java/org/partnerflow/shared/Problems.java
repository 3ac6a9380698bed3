package org.partnerflow.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Builds every error that the API answers, as problem details (RFC 9457). Throw what it returns. 400 the form is wrong, 403 not
 * allowed, 404 not there (or not for you), 408 too slow, 409 stale or in the wrong state, 413 too large, 422 a rule of the business, 429 too often, 503 try
 * again.
 */
public final class Problems {
    private static final Status TOO_MANY = Status.TOO_MANY_REQUESTS;
    private static final String CHANGED_SINCE =
            "Somebody else changed this record since you opened it. Load it again and repeat your change.";

    /** Whatever somebody sends is never sent back at length. */
    private static final int LONGEST = 1000;

    private static final int LONGEST_FIELD = 200;

    private Problems() {}

    /** One wrong field; {@code message} says what was expected. */
    public record Violation(String field, String message) {
        public Violation {
            field = Texts.cut(field, LONGEST_FIELD);
            message = Texts.cut(message, LONGEST);
        }
    }

    public static HttpProblem invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    public static HttpProblem invalid(List<Violation> violations) {
        return problem(Status.BAD_REQUEST, "Some fields need another value.")
                .with("violations", violations)
                .build();
    }

    /** What all these checks find wrong, together: an empty list when each of them passes. */
    public static List<Violation> violations(Runnable... checks) {
        var found = new ArrayList<Violation>();
        for (var check : checks) {
            try {
                check.run();
            } catch (HttpProblem problem) {
                found.addAll(violations(problem));
            }
        }
        return found;
    }

    /** Runs all these checks, and throws what they find wrong together. */
    public static void expect(Runnable... checks) {
        var found = violations(checks);
        if (!found.isEmpty()) {
            throw invalid(found);
        }
    }

    private static List<Violation> violations(HttpProblem problem) {
        if (problem.getParameters().get("violations") instanceof List<?> violations) {
            return violations.stream().map(Violation.class::cast).toList();
        }
        throw problem;
    }

    public static HttpProblem forbidden(String detail) {
        return problem(Status.FORBIDDEN, detail).build();
    }

    /** {@code what} is the kind of record, for example "Deal". */
    public static HttpProblem notFound(String what) {
        return gone(what + " not found.");
    }

    /** Not there any more; {@code detail} says why, and what to do instead. */
    public static HttpProblem gone(String detail) {
        return problem(Status.NOT_FOUND, detail).build();
    }

    public static HttpProblem gone(String detail, Map<String, ?> extra) {
        return with(problem(Status.NOT_FOUND, detail), extra);
    }

    public static HttpProblem conflict(String detail) {
        return conflict(detail, Map.of());
    }

    public static HttpProblem conflict(String detail, Map<String, ?> extra) {
        return with(problem(Status.CONFLICT, detail), extra);
    }

    public static HttpProblem stale(int seenVersion, int version) {
        return conflict(CHANGED_SINCE, Map.of("seenVersion", seenVersion, "version", version));
    }

    /** As {@link #stale(int, int)}, when only the database has seen it. */
    public static HttpProblem stale() {
        return conflict(CHANGED_SINCE);
    }

    /** As {@link #stale(int, int)}, with what is stored ({@code before}) beside what was asked for ({@code after}). */
    public static HttpProblem stale(int seenVersion, int version, List<Differences.Difference> differences) {
        return conflict(
                "Somebody else changed this record since you opened it. Compare both, then repeat your change.",
                Map.of("seenVersion", seenVersion, "version", version, "differences", differences));
    }

    public static HttpProblem refused(String detail) {
        return refused(detail, Map.of());
    }

    public static HttpProblem refused(String detail, Map<String, ?> extra) {
        return with(
                HttpProblem.builder().withStatus(422).withTitle("Refused").withDetail(Texts.cut(detail, LONGEST)),
                extra);
    }

    public static HttpProblem tooLarge(String detail) {
        return problem(Status.REQUEST_ENTITY_TOO_LARGE, detail).build();
    }

    /** The request did not come in time. */
    public static HttpProblem slow(String detail) {
        return problem(Status.REQUEST_TIMEOUT, detail).build();
    }

    public static HttpProblem tooMany(String detail, long retryAfterSeconds) {
        return problem(TOO_MANY, detail)
                .withHeader("Retry-After", Long.toString(retryAfterSeconds))
                .build();
    }

    /** Nothing was done, since something that we need is away or busy. */
    public static HttpProblem unavailable(String detail, long retryAfterSeconds) {
        return problem(Status.SERVICE_UNAVAILABLE, detail)
                .withHeader("Retry-After", Long.toString(retryAfterSeconds))
                .build();
    }

    private static HttpProblem.Builder problem(Status status, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(Texts.cut(detail, LONGEST));
    }

    private static HttpProblem with(HttpProblem.Builder builder, Map<String, ?> extra) {
        extra.forEach(builder::with);
        return builder.build();
    }
}
