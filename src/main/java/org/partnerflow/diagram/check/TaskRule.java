package org.partnerflow.diagram.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;

import org.partnerflow.diagram.DiagramAnalysis.Target;
import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.DiagramNames;
import org.partnerflow.diagram.DiagramTemplates;
import org.partnerflow.shared.NormalForm;

import static org.partnerflow.diagram.DiagramGraph.extension;
import static org.partnerflow.diagram.DiagramGraph.headers;
import static org.partnerflow.diagram.DiagramGraph.isBlank;
import static org.partnerflow.diagram.DiagramNames.label;
import static org.partnerflow.diagram.DiagramNames.quoted;
import static org.partnerflow.diagram.DiagramNames.the;

/** Every task is a building block that somebody works on, filled in as its template asks. */
final class TaskRule implements Rule {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ID = 100;
    private static final String OF_THE_ENGINE = "io.camunda.zeebe:";

    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        graph.nodes(ServiceTask.class).forEach(task -> {
            checkType(task, expected, findings);
            for (var field : DiagramTemplates.fieldsOf(DiagramGraph.jobType(task))) {
                field.fault(headers(task).get(field.header()))
                        .ifPresent(fault -> findings.error(task.getId(), "%s: %s", label(task), fault));
            }
            checkHeaders(task, findings);
        });
        checkNames(graph, findings);
        checkIds(graph, findings);
    }

    private static void checkHeaders(ServiceTask task, Findings findings) {
        var element = extension(task, ZeebeTaskHeaders.class);
        if (element == null) {
            return;
        }
        var seen = new HashSet<String>();
        var keys = element.getHeaders().stream().map(ZeebeHeader::getKey).toList();
        keys.stream()
                .filter(key -> !seen.add(key))
                .distinct()
                .forEach(key -> findings.error(
                        task.getId(), "%s has the header %s twice. Remove one of them.", label(task), quoted(key)));
        keys.stream()
                .filter(key -> key != null && key.startsWith(OF_THE_ENGINE))
                .distinct()
                .forEach(key -> findings.error(
                        task.getId(),
                        "%s has the header %s. What begins with \"%s\" is the process engine's own. Remove it.",
                        label(task),
                        quoted(key),
                        OF_THE_ENGINE));
    }

    private static void checkType(ServiceTask task, DiagramExpectations expected, Findings findings) {
        var definition = extension(task, ZeebeTaskDefinition.class);
        if (definition == null || isBlank(definition.getType())) {
            findings.error(
                    task.getId(),
                    "%s does nothing yet. Choose a building block for it: %s.",
                    label(task),
                    blocks(expected));
            return;
        }
        if (!expected.jobTypes().contains(definition.getType())) {
            findings.error(
                    task.getId(),
                    "%s asks for the job type %s, which nobody works on here. Expected one of: %s.",
                    label(task),
                    quoted(definition.getType()),
                    blocks(expected));
        }
        if (definition.getRetries() != null && !definition.getRetries().matches("[1-9]|10")) {
            findings.error(
                    task.getId(),
                    "%s has %s retries. Expected a number from 1 to 10: without retries it would never run.",
                    label(task),
                    quoted(definition.getRetries()));
        }
    }

    private static void checkNames(DiagramGraph graph, Findings findings) {
        Map<String, FlowNode> seen = new HashMap<>();
        for (var stage : graph.stages()) {
            var name = DiagramNames.oneLine(stage.getName());
            if (name.isEmpty()) {
                findings.error(stage.getId(), "A stage has no name. Name it: the column on the board is called so.");
                continue;
            }
            if (name.length() > LONGEST_NAME) {
                findings.error(
                        stage.getId(),
                        "The stage %s has a name of %d characters. Expected at most %d.",
                        quoted(name),
                        name.length(),
                        LONGEST_NAME);
            }
            if (seen.putIfAbsent(NormalForm.key(name), stage) != null) {
                findings.error(
                        stage.getId(),
                        "Two stages are called %s. Give each column of the board another name.",
                        quoted(name));
            }
        }
        graph.nodes(ServiceTask.class)
                .filter(task -> !graph.isStage(task) && isBlank(task.getName()))
                .forEach(task ->
                        findings.warning(task.getId(), "A task has no name. A name tells readers what it does."));
    }

    /** The board calls the columns of closed deals by what they are, and everything else by its element. */
    private static void checkIds(DiagramGraph graph, Findings findings) {
        for (var node : graph.nodes()) {
            var taken =
                    Stream.of(Target.values()).anyMatch(target -> target.name().equalsIgnoreCase(node.getId()));
            if (taken && (graph.isStage(node) || node instanceof EndEvent)) {
                findings.error(
                        node.getId(),
                        "%s has the id \"%s\", by which the board calls something else. Give it another id, such as"
                                + " Stage_Proposal.",
                        the(node),
                        node.getId());
            }
            if (node.getId().length() > LONGEST_ID) {
                findings.error(
                        node.getId(),
                        "%s has an id of %d characters. Expected at most %d.",
                        the(node),
                        node.getId().length(),
                        LONGEST_ID);
            }
        }
    }

    private static String blocks(DiagramExpectations expected) {
        return expected.jobTypes().stream()
                .map(type -> DiagramTemplates.nameOf(type).orElse(type))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
