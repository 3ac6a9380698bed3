package org.partnerflow.diagram;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;

/** Reads BPMN files from people: no document type, no external entities (the parser refuses both), no file above 1 MB. */
public final class DiagramFile {
    public static final int MOST_BYTES = 1_000_000;

    private static final Pattern SAME_ID = Pattern.compile("multiple occurrences of ID value '([^']*)'");
    private static final Pattern LINE = Pattern.compile("(?i)line\\D{0,10}(\\d+)");

    private DiagramFile() {}

    /** The file is no diagram; the message says why. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }

    public static BpmnModelInstance read(String xml) {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("Expected a diagram of at most 1 MB, but this one has %.1f MB. Draw a smaller one."
                    .formatted(bytes.length / 1e6));
        }
        try {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelException e) {
            throw new Unreadable(why(innermost(e)));
        }
    }

    public static Process onlyProcess(BpmnModelInstance model) {
        var processes = List.copyOf(model.getModelElementsByType(Process.class));
        if (processes.size() != 1) {
            throw new Unreadable(
                    "Expected exactly one process in the diagram, but found %d. Keep the one that is meant to be published."
                            .formatted(processes.size()));
        }
        return processes.getFirst();
    }

    /** The reader's own words are for developers: only what it found, and where, is told. */
    private static String why(String reason) {
        var twice = SAME_ID.matcher(reason);
        if (twice.find()) {
            return "Two elements have the id %s. Give one of them another."
                    .formatted(DiagramNames.quoted(twice.group(1)));
        }
        var line = LINE.matcher(reason);
        return "Expected a BPMN 2.0 diagram, but the file cannot be read as one%s. Save it again in the modeler."
                .formatted(line.find() ? ": something in line " + line.group(1) + " does not belong there" : "");
    }

    private static String innermost(Throwable error) {
        var cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
