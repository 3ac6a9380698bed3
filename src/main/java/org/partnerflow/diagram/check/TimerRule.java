package org.partnerflow.diagram.check;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Expression;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramNames.quoted;
import static org.partnerflow.diagram.DiagramNames.the;

/** Timers say one time that can be read, and repeat at most every minute. */
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
        var times = Stream.of(timer.getTimeDuration(), timer.getTimeCycle(), timer.getTimeDate())
                .filter(time -> time != null)
                .count();
        if (duration == null && cycle == null && date == null) {
            findings.error(event.getId(), "%s has no time. Set a duration such as P3D (3 days).", the(event));
        } else if (times > 1) {
            findings.error(event.getId(), "%s has more than one time. Keep one of them.", the(event));
        }
        if (duration != null && !isExpression(duration) && !Times.isFitDuration(duration)) {
            findings.error(
                    event.getId(),
                    "%s waits for %s. Expected a duration such as P3D (3 days) or PT8H (8 hours), of at most 10 years.",
                    the(event),
                    quoted(duration));
        }
        if (date != null && !isExpression(date) && !Times.isFitTime(date)) {
            findings.error(
                    event.getId(),
                    "%s waits until %s. Expected a time such as 2027-01-31T09:00:00Z, from 1970 to 2099.",
                    the(event),
                    quoted(date));
        }
        if (cycle != null) {
            checkCycle(event, cycle, findings);
        }
    }

    private static void checkCycle(CatchEvent event, String cycle, Findings findings) {
        if (!(event instanceof BoundaryEvent border) || border.cancelActivity()) {
            findings.error(
                    event.getId(),
                    "%s repeats, but only a non-interrupting timer on the border of a stage can. Set a duration instead.",
                    the(event));
            return;
        }
        var matcher = CYCLE.matcher(cycle);
        if (!matcher.matches()
                || !Times.isFitDuration(matcher.group(2))
                || Times.isShorter(matcher.group(2), SHORTEST_CYCLE)) {
            findings.error(
                    event.getId(),
                    "%s repeats by %s. Expected a cycle of at least a minute and at most 10 years, such as R/P3D (every 3 days).",
                    the(event),
                    quoted(cycle));
        }
    }

    private static @Nullable String text(@Nullable Expression expression) {
        var text = expression == null ? "" : expression.getTextContent().strip();
        return text.isEmpty() ? null : text;
    }

    /** What an expression gives is a question of its own: see {@link ExpressionRule}. */
    private static boolean isExpression(String text) {
        return text.startsWith("=");
    }
}
