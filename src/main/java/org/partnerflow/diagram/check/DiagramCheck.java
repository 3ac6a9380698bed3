package org.partnerflow.diagram.check;

import java.util.List;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramFile;
import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.DiagramProblem;

/** Checks a diagram before it is published: each problem names its element and how to mend it. Needs no broker. */
public final class DiagramCheck {
    private static final List<Rule> RULES = List.of(
            new StartRule(),
            new ElementRule(),
            new FlowRule(),
            new GatewayRule(),
            new TaskRule(),
            new TimerRule(),
            new DataRule(),
            new OccupiedRule());

    private DiagramCheck() {}

    /** The problems of a diagram, errors first; it can be published when none of them is an error. */
    public static List<DiagramProblem> check(String xml, DiagramExpectations expected) {
        var findings = new Findings();
        try {
            var graph = new DiagramGraph(DiagramFile.read(xml), expected.words());
            RULES.forEach(rule -> rule.check(graph, expected, findings));
            addWhatTheEngineSays(graph, findings);
        } catch (DiagramFile.Unreadable e) {
            findings.error(null, "%s", e.getMessage());
        }
        return findings.sorted();
    }

    /** The engine's own rules find what ours do not look for; where ours have spoken, they say it better. */
    private static void addWhatTheEngineSays(DiagramGraph graph, Findings findings) {
        graph.model()
                .validate(ZeebeDesignTimeValidators.VALIDATORS)
                .getResults()
                .forEach((element, results) -> {
                    var at = elementId(element);
                    if (!findings.hasErrorAt(at)) {
                        results.forEach(result -> findings.error(at, "%s", result.getMessage()));
                    }
                });
    }

    /** The element on the drawing that an id belongs to: that of a timer's definition, for example, to its event. */
    public static @Nullable String shownElement(String xml, String id) {
        ModelElementInstance element = DiagramFile.read(xml).getModelElementById(id);
        return element == null ? null : elementId(element);
    }

    private static @Nullable String elementId(ModelElementInstance element) {
        ModelElementInstance at = element;
        while (at != null) {
            if (at instanceof FlowNode || at instanceof BaseElement && isShown(at)) {
                return ((BaseElement) at).getId();
            }
            at = at.getParentElement();
        }
        return null;
    }

    private static boolean isShown(ModelElementInstance element) {
        var type = element.getElementType().getTypeName();
        return type.equals("sequenceFlow") || type.equals("process");
    }
}
