package org.partnerflow.diagram;

import java.util.Optional;

import io.camunda.zeebe.model.bpmn.instance.FlowElement;

/** What people have called the elements of a diagram. */
public final class DiagramNames {
    private DiagramNames() {}

    /** Empty for an element without a name, and for one that is not in the diagram. */
    public static Optional<String> of(String xml, String elementId) {
        return Optional.ofNullable(DiagramFile.read(xml).getModelElementById(elementId))
                .filter(FlowElement.class::isInstance)
                .map(element -> ((FlowElement) element).getName())
                .filter(name -> !name.isBlank())
                .map(String::strip);
    }
}
