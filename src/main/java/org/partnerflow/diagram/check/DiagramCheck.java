package org.partnerflow.diagram.check;

import java.util.ArrayList;
import java.util.List;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramFile;
import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.DiagramNames;
import org.partnerflow.diagram.DiagramProblem;

/**
 * Checks a diagram, while it is drawn and before it is published alike: each problem names its element and how to mend it. What is
 * found right here is accepted by the process engine. Needs no broker.
 */
public final class DiagramCheck {
    private static final List<Rule> RULES = List.of(
            new DrawingRule(),
            new StartRule(),
            new ElementRule(),
            new FlowRule(),
            new SidePathRule(),
            new CircleRule(),
            new GatewayRule(),
            new DecisionRule(),
            new TaskRule(),
            new TimerRule(),
            new DataRule(),
            new TwinEventRule(),
            new ExpressionRule(),
            new OccupiedRule());

    private DiagramCheck() {}

    /** The problems of a diagram, errors first, always in the same order; it can be published when none of them is an error. */
    public static List<DiagramProblem> check(String xml, DiagramExpectations expected) {
        try {
            var model = DiagramFile.read(xml);
            if (OlderGeneration.isMeantBy(xml)) {
                return whole(
                        "The diagram is made for an older generation of the process engine (Camunda 7 or one like it)."
                                + " Its drawing can be kept, but not what stands behind it: draw it anew from our building blocks.");
            }
            var graph = new DiagramGraph(model, expected.words());
            var findings = new Findings(idsInOrder(graph.process()));
            new ReferenceRule().check(graph, expected, findings);
            if (!findings.hasError()) {
                RULES.forEach(rule -> rule.check(graph, expected, findings));
            }
            if (!findings.hasError()) {
                addWhatTheEngineSays(graph, findings);
            }
            return findings.sorted();
        } catch (DiagramFile.Unreadable e) {
            return whole(String.valueOf(e.getMessage()));
        }
    }

    private static List<DiagramProblem> whole(String message) {
        return List.of(new DiagramProblem(null, DiagramProblem.Severity.ERROR, message));
    }

    private static List<String> idsInOrder(Process process) {
        var ids = new ArrayList<String>();
        if (process.getId() != null) {
            ids.add(process.getId());
        }
        process.getFlowElements().forEach(element -> ids.add(String.valueOf(element.getId())));
        return ids;
    }

    /** The engine's own rules come last: where ours have spoken, they say it better. */
    private static void addWhatTheEngineSays(DiagramGraph graph, Findings findings) {
        graph.model()
                .validate(ZeebeDesignTimeValidators.VALIDATORS)
                .getResults()
                .forEach((element, results) -> {
                    var at = shown(element);
                    results.forEach(result -> findings.error(
                            at == null ? null : at.getId(),
                            "%s is not accepted by the process engine, which says: %s",
                            at == null ? "The diagram" : words(at),
                            result.getMessage()));
                });
    }

    private static String words(BaseElement element) {
        return switch (element) {
            case FlowNode node -> DiagramNames.label(node);
            case SequenceFlow flow -> "An arrow";
            default -> "The process";
        };
    }

    /** The element on the drawing that a part belongs to: that of a timer's definition, for example, to its event. */
    private static @Nullable BaseElement shown(ModelElementInstance element) {
        for (var at = element; at instanceof BpmnModelElementInstance; at = at.getParentElement()) {
            if (at instanceof FlowNode || at instanceof SequenceFlow || at instanceof Process) {
                return (BaseElement) at;
            }
        }
        return null;
    }
}
