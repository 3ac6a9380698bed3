package org.partnerflow.diagram;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ThrowEvent;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.Texts;

/** How elements are called in sentences: by their names, or by what they are and where, never by an id that nobody has seen. */
public final class DiagramNames {
    private static final int LONGEST = 60;
    private static final Map<String, String> USUAL =
            Map.of("exclusiveGateway", "gateway", "serviceTask", "task", "startEvent", "start");

    private DiagramNames() {}

    /** What people have called an element. Empty for one without a name, and for one that is not in the diagram. */
    public static Optional<String> of(String xml, String elementId) {
        return Optional.ofNullable(DiagramFile.read(xml).getModelElementById(elementId))
                .filter(FlowElement.class::isInstance)
                .map(element -> ((FlowElement) element).getName())
                .map(DiagramNames::oneLine)
                .filter(name -> !name.isEmpty());
    }

    /** {@code "Qualification"}, or {@code the gateway after "Qualification"}. */
    public static String label(FlowNode node) {
        return isNamed(node) ? quoted(node.getName()) : place(node);
    }

    /** As {@link #label}, with what it is also where it has a name: {@code the gateway "Signed?"}. */
    public static String the(FlowNode node) {
        return isNamed(node) ? "the " + usualKind(node) + " " + quoted(node.getName()) : place(node);
    }

    /** The name without quotation marks, or what it is and where. */
    public static String nameOf(FlowNode node) {
        return isNamed(node) ? oneLine(node.getName()) : place(node);
    }

    /** A name as it is shown and stored outside of the diagram, where it may have been broken over several lines. */
    public static String oneLine(@Nullable String name) {
        return name == null ? "" : NormalForm.of(name.replaceAll("\\s+", " "));
    }

    /** {@code an end event}, {@code a script task}. */
    public static String aKind(FlowNode node) {
        var kind = kind(node);
        return ("aeio".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
    }

    /** Somebody's text as a part of a sentence: in quotation marks, on one line, and no longer than one can read. */
    public static String quoted(@Nullable String text) {
        var line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return "\"%s\"".formatted(line.length() > LONGEST ? Texts.cut(line, LONGEST) + "..." : line);
    }

    private static String place(FlowNode node) {
        if (node instanceof BoundaryEvent event && event.getAttachedTo() != null && isNamed(event.getAttachedTo())) {
            return "the %s on %s"
                    .formatted(usualKind(node), quoted(event.getAttachedTo().getName()));
        }
        return before(node)
                .map(former -> "the %s after %s".formatted(usualKind(node), quoted(former.getName())))
                .orElse("the %s without a name".formatted(usualKind(node)));
    }

    private static Optional<FlowNode> before(FlowNode node) {
        return node.getIncoming().stream()
                .map(SequenceFlow::getSource)
                .filter(former -> former != null && isNamed(former))
                .findFirst();
    }

    private static boolean isNamed(FlowNode node) {
        return !oneLine(node.getName()).isEmpty();
    }

    private static String usualKind(FlowNode node) {
        var definition = definition(node).filter(type -> !type.equals("terminate"));
        if (node instanceof BoundaryEvent) {
            return definition.orElse("event");
        }
        return USUAL.getOrDefault(node.getElementType().getTypeName(), kind(node));
    }

    private static String kind(FlowNode node) {
        var words = spaced(node.getElementType().getTypeName());
        return definition(node).map(definition -> definition + " " + words).orElse(words);
    }

    private static Optional<String> definition(FlowNode node) {
        Stream<EventDefinition> definitions =
                switch (node) {
                    case CatchEvent event -> event.getEventDefinitions().stream();
                    case ThrowEvent event -> event.getEventDefinitions().stream();
                    default -> Stream.empty();
                };
        return definitions
                .findFirst()
                .map(definition ->
                        spaced(definition.getElementType().getTypeName().replaceAll("EventDefinition$", "")));
    }

    private static String spaced(String typeName) {
        return typeName.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
