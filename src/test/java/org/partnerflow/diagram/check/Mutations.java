package org.partnerflow.diagram.check;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A diagram with one thing in it changed, in every way that a slip of the pen, an editor or a text search could. */
final class Mutations {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "=",
            "banana",
            "=banana",
            "=duration(",
            "=outcome",
            "=1",
            "R/PT1S",
            "R3/P1D",
            "P1D",
            "PT0.5S",
            "2027-01-01",
            "2027-01-01T00:00:00Z",
            "=now()",
            "=recordId = \"x\"",
            "\u00a0P1D",
            "p1d",
            "P1.5D",
            "P1W2D",
            "=outcome = \"Other\"",
            "=not(recordId)",
            "=if true then 1 else",
            "=\"a\" + 1",
            "=[1,2]",
            "=null");
    private static final List<String> KINDS = List.of(
            "task",
            "serviceTask",
            "userTask",
            "sendTask",
            "receiveTask",
            "scriptTask",
            "businessRuleTask",
            "manualTask",
            "callActivity",
            "subProcess",
            "transaction",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "complexGateway",
            "timeDuration",
            "timeCycle",
            "timeDate",
            "timerEventDefinition",
            "messageEventDefinition",
            "errorEventDefinition",
            "terminateEventDefinition",
            "signalEventDefinition",
            "linkEventDefinition",
            "escalationEventDefinition",
            "conditionalEventDefinition",
            "compensateEventDefinition");

    private final String xml;

    private final int step;

    private Mutations(String xml, int step) {
        this.xml = xml;
        this.step = step;
    }

    /** What was done, and the diagram after it. */
    static Map<String, String> of(String xml) {
        return new Mutations(xml, 1).all();
    }

    /** Only one of {@code step} changes, from all over the diagram. */
    static Map<String, String> some(String xml, int step) {
        return new Mutations(xml, step).all();
    }

    private Map<String, String> all() {
        var found = new LinkedHashMap<String, String>();
        var original = parse();
        var elements = elements(original);
        var ids = elements.stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        int count = 0;
        for (int i = 0; i < elements.size(); i++) {
            for (var change : changes(elements.get(i), ids)) {
                if (count++ % step != 0) {
                    continue;
                }
                var document = (Document) original.cloneNode(true);
                var element = elements(document).get(i);
                var what = "%s %s: %s".formatted(element.getNodeName(), element.getAttribute("id"), change.name());
                change.on().accept(element);
                found.put(what, write(document));
            }
        }
        return found;
    }

    private record Change(String name, Consumer<Element> on) {}

    private static List<Change> changes(Element element, List<String> ids) {
        var changes = new ArrayList<Change>();
        changes.add(new Change("removed", it -> it.getParentNode().removeChild(it)));
        changes.add(
                new Change("twice", it -> it.getParentNode().insertBefore(it.cloneNode(true), it.getNextSibling())));
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var name = element.getAttributes().item(i).getNodeName();
            if (name.startsWith("zeebe:modelerTemplate")) {
                continue;
            }
            changes.add(new Change("without " + name, it -> it.removeAttribute(name)));
            values(name, ids)
                    .forEach(
                            value -> changes.add(new Change(name + " = " + value, it -> it.setAttribute(name, value))));
        }
        if (element.getNodeName().startsWith("bpmn:")) {
            sameFamily(element.getLocalName())
                    .forEach(kind -> changes.add(new Change(
                            "as " + kind, it -> it.getOwnerDocument().renameNode(it, BPMN, "bpmn:" + kind))));
        }
        if (element.getChildNodes().getLength() == 1 && element.getFirstChild().getNodeType() == Node.TEXT_NODE) {
            TEXTS.forEach(text -> changes.add(new Change("says " + text, it -> it.setTextContent(text))));
        }
        return changes;
    }

    private static List<String> values(String attribute, List<String> ids) {
        return switch (attribute) {
            case "sourceRef", "targetRef", "attachedToRef", "default", "messageRef", "errorRef", "bpmnElement" ->
                Stream.concat(some(ids), Stream.of("", "nowhere")).toList();
            case "cancelActivity", "isExecutable", "isInterrupting" -> List.of("true", "false", "", "banana");
            case "id" -> List.of("", "WON", "lost", "x y", "x".repeat(200), "ä");
            case "source", "correlationKey", "retries" ->
                Stream.concat(TEXTS.stream(), Stream.of("0", "3", "11")).toList();
            case "type", "target", "key", "value", "name", "errorCode" ->
                List.of("", " ", "=", "=banana", "outcome", "a.b", "a-b", "a b", "x".repeat(300), "a\nb", "\"");
            default -> List.of();
        };
    }

    /** Ids from all over the diagram. */
    private static Stream<String> some(List<String> ids) {
        int step = Math.max(1, ids.size() / 6);
        return Stream.iterate(0, i -> i < ids.size(), i -> i + step).map(ids::get);
    }

    private static List<String> sameFamily(String kind) {
        var end = KINDS.contains(kind) ? kind : "";
        return end.isEmpty()
                ? List.of()
                : KINDS.stream()
                        .filter(other -> !other.equals(kind))
                        .filter(other -> other.startsWith("time") == kind.startsWith("time")
                                || other.endsWith("Definition") && kind.endsWith("Definition"))
                        .filter(other -> other.endsWith("Definition") == kind.endsWith("Definition"))
                        .toList();
    }

    /** Those that mean something: not the drawing. */
    private static List<Element> elements(Document document) {
        var found = new ArrayList<Element>();
        collect(document.getDocumentElement(), found);
        return found;
    }

    private static void collect(Element element, List<Element> found) {
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && !child.getNodeName().startsWith("bpmndi:")) {
                found.add(child);
                collect(child, found);
            }
        }
    }

    private Document parse() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Document document) {
        try {
            var text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
