package org.partnerflow.diagram.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Expression;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramGraph.label;

/** Timers say a time that can be read, and repeat at most every minute. */
final class TimerRule implements Rule {
    private static final Pattern CYCLE = Pattern.compile("R(\\d{0,4})/(P.+)");
    private static final Duration SHORTEST_CYCLE = Duration.ofMinutes(1);

    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        graph.nodes(CatchEvent.class).forEach(event -> event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .forEach(timer -> check(event, timer, findings)));
    }

    private static void check(CatchEvent event, TimerEventDefinition timer, Findings findings) {
        var duration = text(timer.getTimeDuration());
        var cycle = text(timer.getTimeCycle());
        var date = text(timer.getTimeDate());
        if (duration == null && cycle == null && date == null) {
            findings.error(
                    event.getId(), "The timer %s has no time. Set a duration such as P3D (3 days).", label(event));
        }
        if (duration != null && !isExpression(duration) && !isPositiveDuration(duration)) {
            findings.error(
                    event.getId(),
                    "The timer %s waits for \"%s\". Expected a duration such as P3D (3 days) or PT8H (8 hours).",
                    label(event),
                    duration);
        }
        if (date != null && !isExpression(date) && !isTime(date)) {
            findings.error(
                    event.getId(),
                    "The timer %s waits until \"%s\". Expected a time such as 2027-01-31T09:00:00Z.",
                    label(event),
                    date);
        }
        if (cycle != null) {
            checkCycle(event, cycle, findings);
        }
    }

    private static void checkCycle(CatchEvent event, String cycle, Findings findings) {
        if (!(event instanceof BoundaryEvent border) || border.cancelActivity()) {
            findings.error(
                    event.getId(),
                    "The timer %s repeats, but only a non-interrupting timer on the border of a stage can. Set a"
                            + " duration instead.",
                    label(event));
            return;
        }
        var matcher = CYCLE.matcher(cycle);
        if (!matcher.matches()
                || !isPositiveDuration(matcher.group(2))
                || approximate(matcher.group(2)).compareTo(SHORTEST_CYCLE) < 0) {
            findings.error(
                    event.getId(),
                    "The timer %s repeats by \"%s\". Expected a cycle of at least a minute, such as R/P3D (every 3 days).",
                    label(event),
                    cycle);
        }
    }

    private static @Nullable String text(@Nullable Expression expression) {
        var text = expression == null ? "" : expression.getTextContent().strip();
        return text.isEmpty() ? null : text;
    }

    /** What an expression gives is known at run time only; the broker checks that it can be read. */
    private static boolean isExpression(String text) {
        return text.startsWith("=");
    }

    private static boolean isPositiveDuration(String text) {
        try {
            return approximate(text).isPositive();
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    /** Years and months are counted as 365 and 30 days: enough to tell a wait from none. */
    private static Duration approximate(String text) {
        var time = text.indexOf('T');
        var days = time < 0 ? text : text.substring(0, time);
        var period = days.equals("P") ? Period.ZERO : Period.parse(days);
        var rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
        return rest.plusDays(period.getYears() * 365L + period.getMonths() * 30L + period.getDays());
    }

    private static boolean isTime(String text) {
        try {
            return ZonedDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
