package org.partnerflow.diagram.check;

import java.io.StringReader;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells diagrams for the process engines before Camunda 8: what they say beside the drawing means nothing to this one. */
final class OlderGeneration {
    private static final Set<String> NAMESPACES =
            Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn", "http://flowable.org/bpmn");
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    private OlderGeneration() {}

    /** Whether anything in the file speaks to an older engine; a file that cannot be read does not. */
    static boolean isMeantBy(String xml) {
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && speaksToIt(reader)) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    private static boolean speaksToIt(XMLStreamReader reader) {
        if (NAMESPACES.contains(String.valueOf(reader.getNamespaceURI()))) {
            return true;
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var namespace = String.valueOf(reader.getAttributeNamespace(i));
            if (NAMESPACES.contains(namespace)
                    || namespace.equals(MODELER)
                            && reader.getAttributeLocalName(i).equals("executionPlatform")
                            && reader.getAttributeValue(i).equals("Camunda Platform")) {
                return true;
            }
        }
        return false;
    }
}
