package org.partnerflow.engine;

import java.util.regex.Pattern;

import org.partnerflow.engine.feed.EngineIncidents.Incident;
import org.partnerflow.shared.Texts;

/** Says in words what failed in the engine, and what can be done. */
final class IncidentWords {
    private static final Pattern WRONG_KIND = Pattern.compile(
            "Expected result of the expression '(.+?)' to be (?:one of )?'?(.+?)'?, but was '(\\w+)'", Pattern.DOTALL);
    private static final Pattern UNKNOWN_NAME = Pattern.compile("No variable found with name '([^']+)'");
    private static final int LONGEST_QUOTE = 400;

    private IncidentWords() {}

    static String of(Incident incident, String element) {
        return "At %s %s %s %s".formatted(element, what(incident), why(incident), mend(incident));
    }

    private static String what(Incident incident) {
        return switch (incident.errorType()) {
            case "CONDITION_ERROR" -> "the process cannot decide which way to go.";
            case "IO_MAPPING_ERROR" -> "a value cannot be taken over into the process, or out of it.";
            case "EXTRACT_VALUE_ERROR" -> "an expression cannot be worked out.";
            case "CALLED_ELEMENT_ERROR" -> "the called process cannot begin.";
            case "UNHANDLED_ERROR_EVENT" -> "the step was refused, and the diagram does not say what happens then.";
            case "JOB_NO_RETRIES" -> "the step has failed too often.";
            case "MESSAGE_SIZE_EXCEEDED" -> "the variables of the process have grown too large.";
            default -> "the process cannot go on.";
        };
    }

    private static String why(Incident incident) {
        var unknown = UNKNOWN_NAME.matcher(incident.cause());
        var wrong = WRONG_KIND.matcher(incident.cause());
        var text = new StringBuilder();
        if (wrong.find()) {
            text.append("“%s” should give %s, but gives %s."
                    .formatted(
                            Texts.cut(wrong.group(1).strip(), LONGEST_QUOTE),
                            kind(wrong.group(2)),
                            kind(wrong.group(3))));
        }
        if (unknown.find()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append("Nothing is called “%s” here.".formatted(Texts.cut(unknown.group(1), LONGEST_QUOTE)));
        }
        return text.isEmpty()
                ? "The engine says: “%s”".formatted(Texts.cut(incident.cause().strip(), LONGEST_QUOTE))
                : text.toString();
    }

    private static String mend(Incident incident) {
        return switch (incident.errorType()) {
            case "JOB_NO_RETRIES", "MESSAGE_SIZE_EXCEEDED" ->
                "Mend the cause and try again, or put the record somewhere else.";
            case "CALLED_ELEMENT_ERROR" -> "Publish the called process and try again.";
            default ->
                "Publish a mended diagram and move the record to it, then try again; or put it somewhere else, or end it.";
        };
    }

    private static String kind(String engineWord) {
        return switch (engineWord.replace("'", "")) {
            case "BOOLEAN" -> "yes or no";
            case "NULL" -> "nothing";
            case "STRING" -> "a text";
            case "NUMBER" -> "a number";
            case "DURATION" -> "a duration";
            case "PERIOD" -> "a number of months";
            case "DATE_TIME" -> "a point in time";
            case "DATE" -> "a day";
            case "ARRAY" -> "a list";
            case "OBJECT" -> "a set of values";
            default -> "something else (%s)".formatted(engineWord);
        };
    }
}
