package org.partnerflow.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The diagrams that are part of the product. */
public final class ShippedDiagrams {
    private ShippedDiagrams() {}

    /** The diagram that is shipped as {@code bpmn/<name>.bpmn}. */
    public static String read(String name) {
        try (var in = ShippedDiagrams.class.getResourceAsStream("/bpmn/" + name + ".bpmn")) {
            if (in == null) {
                throw new IllegalArgumentException("Expected a diagram bpmn/" + name + ".bpmn, but there is none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped diagram as a process of its own, with the messages named after it. */
    public static String copyOf(String name, String processId, String processName) {
        return DiagramCopy.of(read(name), processId, processName);
    }
}
