package org.partnerflow.diagram;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a diagram.
 *
 * @param elementId where to show it; null for the whole diagram
 * @param message for people: what was expected, and how to mend it
 */
public record DiagramProblem(@Nullable String elementId, Severity severity, String message) {
    /** An error keeps a diagram from being published. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean blocksPublishing() {
        return severity == Severity.ERROR;
    }
}
