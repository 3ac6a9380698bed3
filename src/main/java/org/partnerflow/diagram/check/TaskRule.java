package org.partnerflow.diagram.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;

import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.DiagramTemplates;

import static org.partnerflow.diagram.DiagramGraph.extension;
import static org.partnerflow.diagram.DiagramGraph.headers;
import static org.partnerflow.diagram.DiagramGraph.isBlank;
import static org.partnerflow.diagram.DiagramGraph.label;

/** Every task is a building block that somebody works on, filled in as its template asks. */
final class TaskRule implements Rule {
    private static final int LONGEST_NAME = 80;

    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        graph.nodes(ServiceTask.class).forEach(task -> {
            checkType(task, expected, findings);
            for (var field : DiagramTemplates.fieldsOf(DiagramGraph.jobType(task))) {
                field.fault(headers(task).get(field.header()))
                        .ifPresent(fault -> findings.error(task.getId(), "%s: %s", label(task), fault));
            }
        });
        checkNames(graph, findings);
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
                    "%s asks for the job type \"%s\", which nobody works on here. Expected one of: %s.",
                    label(task),
                    definition.getType(),
                    blocks(expected));
        }
        if (definition.getRetries() != null && !definition.getRetries().matches("[1-9]|10")) {
            findings.error(
                    task.getId(),
                    "%s has \"%s\" retries. Expected a number from 1 to 10: without retries it would never run.",
                    label(task),
                    definition.getRetries());
        }
    }

    private static void checkNames(DiagramGraph graph, Findings findings) {
        Map<String, FlowNode> seen = new HashMap<>();
        for (var stage : graph.stages()) {
            if (isBlank(stage.getName())) {
                findings.error(stage.getId(), "A stage has no name. Name it: the column on the board is called so.");
                continue;
            }
            var name = stage.getName().strip();
            if (name.length() > LONGEST_NAME) {
                findings.error(stage.getId(), "The name of a stage has at most %d characters.", LONGEST_NAME);
            }
            if (seen.putIfAbsent(name.toLowerCase(Locale.ROOT), stage) != null) {
                findings.error(
                        stage.getId(),
                        "Two stages are called \"%s\". Give each column of the board another name.",
                        name);
            }
        }
        graph.nodes(ServiceTask.class)
                .filter(task -> !graph.isStage(task) && isBlank(task.getName()))
                .forEach(task ->
                        findings.warning(task.getId(), "A task has no name. A name tells readers what it does."));
    }

    private static String blocks(DiagramExpectations expected) {
        return expected.jobTypes().stream()
                .map(type -> DiagramTemplates.nameOf(type).orElse(type))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
