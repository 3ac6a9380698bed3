package org.partnerflow.diagram;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Message;

/** Makes a process of its own from a diagram: another id, and messages that begin with it. Everything else stays, the drawing too. */
final class DiagramCopy {
    private DiagramCopy() {}

    static String of(String xml, String processId, String name) {
        var model = DiagramFile.read(xml);
        var process = DiagramFile.onlyProcess(model);
        var formerPrefix = process.getId() + ".";
        process.setId(processId);
        process.setName(name);
        for (var message : model.getModelElementsByType(Message.class)) {
            if (message.getName() != null && message.getName().startsWith(formerPrefix)) {
                message.setName(processId + "." + message.getName().substring(formerPrefix.length()));
            }
        }
        return Bpmn.convertToString(model);
    }
}
