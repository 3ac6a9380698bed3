package org.partnerflow.diagram;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Expression;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Lets the timers of a diagram go on where they were when an instance begins anew: for each the variable {@link #VARIABLE} may say how
 * long it still runs, and without it the time that is drawn counts. Made of the drawing on its way to the process engine.
 */
public final class CarriedTimers {
    /** Element id to the rest of its timer, as an ISO duration: the clocks of the engine and of ours need not agree. */
    public static final String VARIABLE = "timersRest";

    private CarriedTimers() {}

    public static String in(String xml) {
        var model = DiagramFile.read(xml);
        for (var event : model.getModelElementsByType(CatchEvent.class)) {
            for (var definition : event.getEventDefinitions()) {
                if (definition instanceof TimerEventDefinition timer) {
                    carry(event.getId(), timer.getTimeDuration(), "%s");
                    carry(event.getId(), timer.getTimeDate(), "now() + %s");
                }
            }
        }
        return Bpmn.convertToString(model);
    }

    private static void carry(String timerId, @Nullable Expression time, String rest) {
        if (time == null || time.getTextContent().isBlank()) {
            return;
        }
        var drawn = time.getTextContent().strip();
        var value = "get value(%s, \"%s\")".formatted(VARIABLE, timerId);
        time.setTextContent("=if %s = null then %s else %s"
                .formatted(
                        value,
                        drawn.startsWith("=") ? "(" + drawn.substring(1) + ")" : "\"" + drawn + "\"",
                        rest.formatted("duration(" + value + ")")));
    }
}
