package org.partnerflow.diagram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The shipped workflow with something odd or broken in it, as people and other tools draw it. */
public final class OddDiagrams {
    private static final String TIMER =
            "<bpmn:timerEventDefinition><bpmn:%1$s xsi:type=\"bpmn:tFormalExpression\">%2$s</bpmn:%1$s></bpmn:timerEventDefinition>";
    private static final String NOTIFY = """
            <bpmn:extensionElements><zeebe:taskDefinition type="partnerflow.notify" /><zeebe:taskHeaders>
            <zeebe:header key="to" value="broker" /><zeebe:header key="text" value="Look." /></zeebe:taskHeaders></bpmn:extensionElements>""";
    private static final String STAGE = """
            <bpmn:extensionElements><zeebe:taskDefinition type="partnerflow.deal-stage" /><zeebe:taskHeaders>
            <zeebe:header key="completedBy" value="either" /><zeebe:header key="dueIn" value="P1D" />
            <zeebe:header key="requires" value="none" /><zeebe:header key="colour" value="blue" /></zeebe:taskHeaders></bpmn:extensionElements>""";

    private OddDiagrams() {}

    /** What must not be published, by what is odd in it. */
    public static Map<String, String> broken() {
        var all = new LinkedHashMap<String, String>();
        all.put("a stage in a sub-process", inFlow("""
                <bpmn:subProcess id="Odd" name="Negotiate"><bpmn:startEvent id="In_Start" />
                <bpmn:serviceTask id="Stage_In" name="Inside">%s</bpmn:serviceTask><bpmn:endEvent id="In_End" />
                <bpmn:sequenceFlow id="In_1" sourceRef="In_Start" targetRef="Stage_In" />
                <bpmn:sequenceFlow id="In_2" sourceRef="Stage_In" targetRef="In_End" /></bpmn:subProcess>""".formatted(STAGE)));
        all.put("an empty sub-process", inFlow("<bpmn:subProcess id=\"Odd\" name=\"Later\" />"));
        all.put("a transaction", inFlow("<bpmn:transaction id=\"Odd\" name=\"All or nothing\" />"));
        all.put("an ad-hoc sub-process", inFlow("<bpmn:adHocSubProcess id=\"Odd\" name=\"Any order\" />"));
        all.put("an event sub-process", with("""
                <bpmn:subProcess id="Odd" name="Whenever" triggeredByEvent="true"><bpmn:startEvent id="In_Start">%s</bpmn:startEvent>
                <bpmn:endEvent id="In_End" /><bpmn:sequenceFlow id="In_1" sourceRef="In_Start" targetRef="In_End" /></bpmn:subProcess>""".formatted(timer("timeDuration", "P1D"))));
        all.put("a parallel gateway", inFlow("<bpmn:parallelGateway id=\"Odd\" name=\"Both\" />"));
        all.put("parallel ways that an exclusive gateway joins", inFlow("""
                <bpmn:parallelGateway id="Odd" /><bpmn:serviceTask id="Task_1" name="One">%1$s</bpmn:serviceTask>
                <bpmn:serviceTask id="Task_2" name="Two">%1$s</bpmn:serviceTask><bpmn:exclusiveGateway id="Join" />
                <bpmn:sequenceFlow id="P_1" sourceRef="Odd" targetRef="Task_1" /><bpmn:sequenceFlow id="P_2" sourceRef="Odd" targetRef="Task_2" />
                <bpmn:sequenceFlow id="P_3" sourceRef="Task_1" targetRef="Join" /><bpmn:sequenceFlow id="P_4" sourceRef="Task_2" targetRef="Join" />""".formatted(NOTIFY), "Odd", "Join"));
        all.put("an inclusive gateway", inFlow("<bpmn:inclusiveGateway id=\"Odd\" name=\"Some\" />"));
        all.put("a complex gateway", inFlow("<bpmn:complexGateway id=\"Odd\" name=\"Hard\" />"));
        all.put("an event-based gateway", inFlow("<bpmn:eventBasedGateway id=\"Odd\" name=\"First of\" />"));
        all.put("a called process that is not named", inFlow("<bpmn:callActivity id=\"Odd\" name=\"Ask the bank\" />"));
        all.put("a process that calls itself", inFlow("""
                <bpmn:callActivity id="Odd" name="Again"><bpmn:extensionElements><zeebe:calledElement processId="%s" /></bpmn:extensionElements></bpmn:callActivity>""".formatted(DiagramExamples.ID)));
        all.put("a task for each of many", inFlow("""
                <bpmn:serviceTask id="Odd" name="Tell all">%s<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:extensionElements>
                <zeebe:loopCharacteristics inputCollection="=[1,2]" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>""".formatted(NOTIFY)));
        all.put("a task that loops", inFlow("""
                <bpmn:serviceTask id="Odd" name="Tell on">%s<bpmn:standardLoopCharacteristics /></bpmn:serviceTask>""".formatted(NOTIFY)));
        all.put("a task that compensates", inFlow("""
                <bpmn:serviceTask id="Odd" name="Undo" isForCompensation="true">%s</bpmn:serviceTask>""".formatted(NOTIFY)));
        for (var event : new String[] {"link", "signal", "escalation", "compensate", "message"}) {
            all.put("a throwing %s event".formatted(event), inFlow("""
                    <bpmn:intermediateThrowEvent id="Odd" name="Out">%s</bpmn:intermediateThrowEvent>""".formatted(definition(event))));
            all.put("an end by %s".formatted(event), with("""
                    <bpmn:endEvent id="Odd" name="Out">%s</bpmn:endEvent>""".formatted(definition(event))));
        }
        for (var event : new String[] {"link", "signal", "conditional", "escalation"}) {
            all.put("a wait for %s".formatted(event), inFlow("""
                    <bpmn:intermediateCatchEvent id="Odd" name="In">%s</bpmn:intermediateCatchEvent>""".formatted(definition(event))));
            all.put("%s on a border".formatted(event), border(definition(event), true));
        }
        all.put("a receive task", inFlow("<bpmn:receiveTask id=\"Odd\" name=\"Wait for post\" />"));
        all.put("an event on a gateway", with("""
                <bpmn:boundaryEvent id="Odd" name="Late" attachedToRef="Gateway_Lost"><bpmn:outgoing>Odd_F</bpmn:outgoing>%s</bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="Odd_F" sourceRef="Odd" targetRef="Gateway_Declined" />""".formatted(timer("timeDuration", "P1D"))));
        all.put("an island", with("""
                <bpmn:serviceTask id="Odd" name="One">%1$s</bpmn:serviceTask><bpmn:serviceTask id="Odd_2" name="Two">%1$s</bpmn:serviceTask>
                <bpmn:sequenceFlow id="Odd_F" sourceRef="Odd" targetRef="Odd_2" /><bpmn:sequenceFlow id="Odd_G" sourceRef="Odd_2" targetRef="Odd" />""".formatted(NOTIFY)));
        all.put("two elements of one id", with("<bpmn:endEvent id=\"Stage_Contract\" />"));
        all.put(
                "an arrow to nothing",
                with("<bpmn:sequenceFlow id=\"Odd\" sourceRef=\"Task_RemindBroker\" targetRef=\"Nowhere\" />"));
        all.put(
                "an arrow from a stage to itself",
                with("<bpmn:sequenceFlow id=\"Odd\" sourceRef=\"Stage_Contract\" targetRef=\"Stage_Contract\" />"));
        all.put(
                "an arrow out of an end",
                with("<bpmn:sequenceFlow id=\"Odd\" sourceRef=\"EndEvent_DealLost\" targetRef=\"Stage_Contract\" />"));
        all.put(
                "an arrow into the start",
                with(
                        "<bpmn:sequenceFlow id=\"Odd\" sourceRef=\"Task_RemindBroker\" targetRef=\"StartEvent_DealEntered\" />"));
        all.put("a start by a timer beside", with("""
                <bpmn:startEvent id="Odd" name="Every day">%s</bpmn:startEvent>
                <bpmn:sequenceFlow id="Odd_F" sourceRef="Odd" targetRef="Stage_Contract" />""".formatted(timer("timeCycle", "R/P1D"))));
        all.put(
                "an end for all on a side path",
                changed(xml -> xml.replaceFirst(
                        "(?s)(<bpmn:endEvent id=\"EndEvent_BrokerReminded\".*?)</bpmn:endEvent>",
                        "$1<bpmn:terminateEventDefinition id=\"Odd\" /></bpmn:endEvent>")));
        for (var time : new String[] {"-P1D", "PT0S", "P0D", "P", "1 day", "P1.5D", "PT", "&#160;P1D"}) {
            all.put("a wait of " + time, wait(timer("timeDuration", time)));
        }
        for (var cycle : new String[] {
            "R/PT0S", "R/-P1D", "R-1/P1D", "R3/PT30S", "0 0 9 * * ?", "R", "P1D", "R/2026-01-01T00:00:00Z/P1D/P2D"
        }) {
            all.put("a reminder by " + cycle, border(timer("timeCycle", cycle), false));
        }
        all.put("an interrupting timer that repeats", border(timer("timeCycle", "R/P1D"), true));
        all.put("a wait until no date", wait(timer("timeDate", "2027-02-30T09:00:00Z")));
        all.put("a wait until a date without a zone", wait(timer("timeDate", "2027-02-20T09:00:00")));
        for (var feel : new String[] {
            "=amount", "=nothing + 1", "=\"P1D\"", "=duration(\"-P1D\")", "=duration(recordId)", "=if", "="
        }) {
            all.put("a wait of " + feel, wait(timer("timeDuration", feel.replace("\"", "&quot;"))));
        }
        for (var feel : new String[] {
            "=amount &gt; 1000", "=partner.tier = 1", "=recordId", "=count(recordId)", "=not(", "amount"
        }) {
            all.put("an automatic way by " + feel, gateway(feel));
        }
        all.put(
                "a stage called by an invisible sign",
                changed(xml -> xml.replace("name=\"Contract\"", "name=\"&#8203;\"")));
        all.put(
                "two stages that look the same",
                changed(xml -> xml.replace("name=\"Contract\"", "name=\"Ｎegotiation\"")));
        all.put(
                "an outcome with a line break",
                changed(xml -> xml.replace("name=\"Not a fit\"", "name=\"Not&#10;a fit\"")));
        all.put(
                "a text with a line break in a header",
                changed(xml -> xml.replace("Your proposal is ready", "Your proposal&#10;is ready")));
        all.put(
                "two messages of one name on a stage",
                border(message("a"), true).replace("</bpmn:process>", """
                <bpmn:boundaryEvent id="Odd_2" name="Paid too" attachedToRef="Stage_NeedsAnalysis"><bpmn:outgoing>Odd_G</bpmn:outgoing>%s</bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="Odd_G" sourceRef="Odd_2" targetRef="Gateway_Declined" /></bpmn:process>""".formatted(message("b"))));
        all.put("two errors of one code on a stage", border(error("a"), true).replace("</bpmn:process>", """
                <bpmn:boundaryEvent id="Odd_2" name="Refused too" attachedToRef="Stage_NeedsAnalysis"><bpmn:outgoing>Odd_G</bpmn:outgoing>%s</bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="Odd_G" sourceRef="Odd_2" targetRef="Gateway_Declined" /></bpmn:process>""".formatted(
                        error("b"))));
        all.put(
                "a process that cannot run",
                changed(xml -> xml.replace("isExecutable=\"true\"", "isExecutable=\"false\"")));
        all.put(
                "a document that is too large",
                changed(xml -> xml.replace(
                        "</bpmn:process>", "<!--" + "x".repeat(DiagramFile.MOST_BYTES) + "--></bpmn:process>")));
        return all;
    }

    /** What is unusual and runs. */
    public static Map<String, String> unusual() {
        var all = new LinkedHashMap<String, String>();
        all.put(
                "a stage whose name has a line break",
                changed(xml -> xml.replace("name=\"Needs analysis\"", "name=\"Needs&#10;analysis\"")));
        all.put("a message on a stage", border(message("a"), true));
        all.put("an error on a stage", border(error("a"), true));
        all.put("a reminder every week", border(timer("timeCycle", "R/P7D"), false));
        all.put("a reminder three times", border(timer("timeCycle", "R3/P1D"), false));
        all.put("a gateway that only passes on", inFlow("<bpmn:exclusiveGateway id=\"Odd\" />"));
        all.put(
                "a task in between",
                inFlow("<bpmn:serviceTask id=\"Odd\" name=\"Tell\">%s</bpmn:serviceTask>".formatted(NOTIFY)));
        all.put("notes, groups and data", with("""
                <bpmn:dataObject id="Data" /><bpmn:dataObjectReference id="DataReference" name="Offer" dataObjectRef="Data" />
                <bpmn:textAnnotation id="Note"><bpmn:text>Ask Bo</bpmn:text></bpmn:textAnnotation>
                <bpmn:association id="Association" sourceRef="Stage_Contract" targetRef="Note" />"""));
        all.put("a name in another script", changed(xml -> xml.replace("name=\"Contract\"", "name=\"契約 – عقد\"")));
        all.put(
                "an element with documentation",
                changed(
                        xml -> xml.replace(
                                "<bpmn:endEvent id=\"EndEvent_DealWon\" name=\"Deal won\">",
                                "<bpmn:endEvent id=\"EndEvent_DealWon\" name=\"Deal won\"><bpmn:documentation>Well &lt;done&gt;</bpmn:documentation>")));
        return all;
    }

    private static String changed(UnaryOperator<String> change) {
        var before = DiagramExamples.shippedWorkflow();
        var after = withRoots(change.apply(before));
        if (after.equals(before)) {
            throw new IllegalStateException("Expected the change to change the diagram");
        }
        return after;
    }

    /** The messages and errors that some of the elements name. */
    private static String withRoots(String xml) {
        var roots = new StringBuilder();
        for (var id : new String[] {"a", "b"}) {
            roots.append("""
                    <bpmn:message id="Message_Odd_%1$s" name="%2$s.paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=recordId" /></bpmn:extensionElements></bpmn:message>
                    <bpmn:error id="Error_Odd_%1$s" errorCode="refused" />""".formatted(id, DiagramExamples.ID));
        }
        return xml.replaceFirst("<bpmn:process ", roots + "<bpmn:process ");
    }

    private static String with(String elements) {
        return changed(xml -> xml.replace("</bpmn:process>", elements + "</bpmn:process>"));
    }

    /** Behind the second stage. */
    private static String inFlow(String element) {
        return inFlow(element, "Odd", "Odd");
    }

    private static String inFlow(String elements, String first, String last) {
        return with(elements
                        + "<bpmn:sequenceFlow id=\"Flow_Odd\" sourceRef=\"%s\" targetRef=\"Gateway_ProposalNeeded\" />"
                                .formatted(last))
                .replace("<bpmn:incoming>Flow_NeedsKnown</bpmn:incoming>", "<bpmn:incoming>Flow_Odd</bpmn:incoming>")
                .replace(
                        "sourceRef=\"Stage_NeedsAnalysis\" targetRef=\"Gateway_ProposalNeeded\"",
                        "sourceRef=\"Stage_NeedsAnalysis\" targetRef=\"%s\"".formatted(first));
    }

    /** On the second stage; what interrupts leads to the end as lost, anything else to a task and an end of its own. */
    private static String border(String definition, boolean interrupting) {
        var event = """
                <bpmn:boundaryEvent id="Odd" name="Paid" cancelActivity="%s" attachedToRef="Stage_NeedsAnalysis"><bpmn:outgoing>Odd_F</bpmn:outgoing>%s</bpmn:boundaryEvent>
                """.formatted(interrupting, definition);
        return with(event
                + (interrupting
                        ? "<bpmn:sequenceFlow id=\"Odd_F\" sourceRef=\"Odd\" targetRef=\"Gateway_Declined\" />"
                        : """
                        <bpmn:sequenceFlow id="Odd_F" sourceRef="Odd" targetRef="Odd_Task" /><bpmn:serviceTask id="Odd_Task" name="Tell">%s</bpmn:serviceTask>
                        <bpmn:sequenceFlow id="Odd_E" sourceRef="Odd_Task" targetRef="Odd_End" /><bpmn:endEvent id="Odd_End" name="Told" />""".formatted(NOTIFY)));
    }

    private static String wait(String definition) {
        return inFlow("<bpmn:intermediateCatchEvent id=\"Odd\" name=\"A while\">%s</bpmn:intermediateCatchEvent>"
                .formatted(definition));
    }

    /** An automatic gateway in front of the third stage. */
    private static String gateway(String condition) {
        return inFlow("""
                <bpmn:serviceTask id="Odd_Task" name="Tell">%s</bpmn:serviceTask><bpmn:exclusiveGateway id="Odd" name="Large?" default="Odd_No" />
                <bpmn:sequenceFlow id="Odd_1" sourceRef="Odd_Task" targetRef="Odd" />
                <bpmn:sequenceFlow id="Odd_Yes" name="Yes" sourceRef="Odd" targetRef="Gateway_Declined"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">%s</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Odd_No" name="No" sourceRef="Odd" targetRef="Odd_Join" /><bpmn:exclusiveGateway id="Odd_Join" />""".formatted(NOTIFY, condition), "Odd_Task", "Odd_Join");
    }

    private static String definition(String event) {
        return switch (event) {
            case "link" -> "<bpmn:linkEventDefinition id=\"Odd_D\" name=\"Elsewhere\" />";
            case "conditional" -> """
                    <bpmn:conditionalEventDefinition id="Odd_D"><bpmn:condition xsi:type="bpmn:tFormalExpression">=amount = 1</bpmn:condition></bpmn:conditionalEventDefinition>""";
            default -> "<bpmn:%sEventDefinition id=\"Odd_D\" />".formatted(event);
        };
    }

    private static String timer(String kind, String time) {
        return TIMER.formatted(kind, time);
    }

    private static String message(String id) {
        return "<bpmn:messageEventDefinition messageRef=\"Message_Odd_%s\" />".formatted(id);
    }

    private static String error(String id) {
        return "<bpmn:errorEventDefinition errorRef=\"Error_Odd_%s\" />".formatted(id);
    }
}
