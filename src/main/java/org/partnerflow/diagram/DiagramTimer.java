package org.partnerflow.diagram;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Expression;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A timer as it is drawn.
 *
 * @param interrupting whether it ends the task that it is attached to
 * @param time as written: a duration, a date, a cycle, or an expression
 */
public record DiagramTimer(String elementId, String name, boolean interrupting, Kind kind, String time) {
    private static final Pattern CONSTANT =
            Pattern.compile("=\\s*(?:duration\\(|date and time\\()?\\s*\"([^\"]+)\"\\s*\\)?");

    public enum Kind {
        DURATION,
        DATE,
        /** Again and again. */
        CYCLE
    }

    static DiagramTimer of(CatchEvent event, TimerEventDefinition definition) {
        var duration = text(definition.getTimeDuration());
        var date = text(definition.getTimeDate());
        return new DiagramTimer(
                event.getId(),
                DiagramNames.nameOf(event),
                !(event instanceof BoundaryEvent border) || border.cancelActivity(),
                duration != null ? Kind.DURATION : date != null ? Kind.DATE : Kind.CYCLE,
                duration != null ? duration : date != null ? date : String.valueOf(text(definition.getTimeCycle())));
    }

    /** When it fires if it runs since then; empty where only the process engine knows. */
    public Optional<Instant> firesAfter(Instant start) {
        try {
            var matcher = CONSTANT.matcher(time);
            var constant = matcher.matches() ? matcher.group(1) : time;
            return switch (kind) {
                case DURATION -> Optional.of(after(start, constant));
                case DATE -> Optional.of(ZonedDateTime.parse(constant).toInstant());
                case CYCLE -> Optional.empty();
            };
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Instant after(Instant start, String duration) {
        var time = duration.indexOf('T');
        var days = time < 0 ? duration : duration.substring(0, time);
        var period = days.equals("P") ? Period.ZERO : Period.parse(days);
        var rest = time < 0 ? Duration.ZERO : Duration.parse("P" + duration.substring(time));
        return start.atZone(ZoneOffset.UTC).plus(period).plus(rest).toInstant();
    }

    private static @Nullable String text(@Nullable Expression expression) {
        var text = expression == null ? "" : expression.getTextContent().strip();
        return text.isEmpty() ? null : text;
    }
}
