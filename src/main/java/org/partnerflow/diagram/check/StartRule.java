package org.partnerflow.diagram.check;

import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramNames.quoted;
import static org.partnerflow.diagram.DiagramNames.the;

/** The process has its fixed id and starts by its message, and only so. */
final class StartRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        var process = graph.process();
        if (!expected.processId().equals(process.getId())) {
            findings.error(
                    process.getId(),
                    "Expected the process id \"%s\", but it is %s. Set it back: running records are found by it.",
                    expected.processId(),
                    quoted(process.getId()));
        }
        if (!process.isExecutable()) {
            findings.error(process.getId(), "The process is not executable. Tick \"Executable\" in its properties.");
        }
        var starts = graph.nodes(StartEvent.class).toList();
        if (starts.isEmpty()) {
            findings.error(
                    process.getId(),
                    "The process has no start. Add a message start event with the message \"%s\".",
                    expected.startMessage());
        }
        starts.stream()
                .filter(start -> !isRight(start, expected))
                .forEach(start -> findings.error(
                        start.getId(),
                        "Expected %s to be a message start event with the message \"%s\". Set it in its properties.",
                        the(start),
                        expected.startMessage()));
        starts.stream()
                .skip(1)
                .forEach(start -> findings.error(
                        start.getId(), "The process has more than one start. Delete all but the one by message."));
        graph.nodes(StartEvent.class)
                .map(FlowNode.class::cast)
                .filter(start -> graph.outgoing(start).size() > 1)
                .forEach(start -> findings.error(
                        start.getId(),
                        "Expected one way out of the start, but found several. Put a gateway behind it."));
    }

    private static boolean isRight(StartEvent start, DiagramExpectations expected) {
        return start.getEventDefinitions().size() == 1
                && start.getEventDefinitions().iterator().next() instanceof MessageEventDefinition definition
                && definition.getMessage() != null
                && expected.startMessage().equals(definition.getMessage().getName());
    }
}
