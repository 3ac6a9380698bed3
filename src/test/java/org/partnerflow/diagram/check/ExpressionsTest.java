package org.partnerflow.diagram.check;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.partnerflow.diagram.DiagramExamples.notifyBroker;
import static org.partnerflow.diagram.DiagramExamples.stage;
import static org.partnerflow.diagram.DiagramExamples.start;
import static org.partnerflow.diagram.DiagramExamples.won;

/** An expression that cannot run is told before it is published, in our words. */
@Tag("F5.3")
class ExpressionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=amount > 1000 | asks for \"amount\", which is not known here. Known are: organisationId, outcome, recordId",
                "=foo(bar) | uses the function \"foo\"",
                "=foo(1) | uses the function \"foo\"",
                "=\"hello\" | gives a text. Expected one that is true or false",
                "=1 | gives a number",
                "=null | gives nothing",
                "=if recordId = \"x\" then true else \"no\" | gives a text",
                "=true or amount > 3 | asks for \"amount\"",
                "=recordId > 3 | compares things of two kinds",
                "=recordId.name = \"x\" | asks for a part \"name\"",
                "=recordId = | cannot be read",
                "= | cannot be read",
                "=every x in 1..1000000000 satisfies x > 0 | uses loops",
                "=10 ** 1000000000 > 1 | uses loops, powers",
                "=matches(recordId, \"(a+)+$\") | uses loops, powers or patterns"
            })
    void refusesAConditionThatCannotDecide(String condition, String message) {
        Checked.diagram(automatic(condition)).isRefusedAt("Flow_Big", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=recordId = \"x\"",
                "=outcome = \"Go on\" and recordId != null",
                "=string length(recordId) > 3",
                "=now() > date and time(\"2027-01-01T00:00:00Z\")",
                "=not(starts with(recordId, \"a\"))"
            })
    void acceptsAConditionThatIsTrueOrFalse(String condition) {
        Checked.diagram(automatic(condition)).isAccepted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=nothing | asks for \"nothing\", which is not known here",
                "=\"banana\" | gives a text. Expected a duration",
                "=now() + duration(\"P1D\") | gives a time with a zone. Expected a duration",
                "=duration(\"-P1D\") | gives no time to wait",
                "=duration( | cannot be read",
                "=outcome | asks for \"outcome\""
            })
    void refusesADurationThatIsNone(String duration, String message) {
        Checked.shipped(xml -> xml.replace(">P7D<", ">" + duration + "<"))
                .isRefusedAt("Timer_ProposalOverdue", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=duration(\"P1D\") | gives a duration. Expected a time with a zone",
                "=date(\"2027-01-01\") | gives something else",
                "=soon | asks for \"soon\""
            })
    void refusesATimeThatIsNone(String time, String message) {
        Checked.shipped(xml -> xml.replaceFirst(
                        "<bpmn:timeDuration([^>]*)>P7D</bpmn:timeDuration>",
                        "<bpmn:timeDate$1>" + time.replace("\"", "&quot;") + "</bpmn:timeDate>"))
                .isRefusedAt("Timer_ProposalOverdue", message);
    }

    @Test
    void refusesAMappingFromWhatIsNotThere() {
        Checked.diagram(won(start().serviceTask("Stage_A", stage("A")).serviceTask("Task_Tell", task -> notifyBroker()
                        .accept(task.zeebeOutputExpression("amount * 2", "twice")))))
                .isRefusedAt("Task_Tell", "The mapping to \"twice\" at \"Tell broker\" asks for \"amount\"");
    }

    @Test
    void knowsWhatWasMappedBefore() {
        Checked.diagram(won(start().serviceTask("Task_Tell", task -> notifyBroker()
                                .accept(task.zeebeOutputExpression("string length(recordId)", "length")))
                        .exclusiveGateway("Gateway_Big")
                        .name("Big?")
                        .defaultFlow()
                        .serviceTask("Stage_A", stage("A"))
                        .moveToNode("Gateway_Big")
                        .condition("Yes", "=length > 3")
                        .connectTo("Stage_A")
                        .moveToNode("Stage_A")))
                .isAccepted();
    }

    @Test
    void doesNotKnowWhatIsMappedOnOneOfTwoWays() {
        Checked.diagram(won(start().exclusiveGateway("Gateway_1")
                        .defaultFlow()
                        .serviceTask("Task_Tell", task -> notifyBroker()
                                .accept(task.zeebeOutputExpression("recordId", "told")))
                        .exclusiveGateway("Gateway_2")
                        .defaultFlow()
                        .serviceTask("Stage_A", stage("A"))
                        .moveToNode("Gateway_2")
                        .sequenceFlowId("Flow_Told")
                        .condition("Told", "=told = \"x\"")
                        .connectTo("Stage_A")
                        .moveToNode("Gateway_1")
                        .condition("Not told", "=recordId = \"x\"")
                        .connectTo("Gateway_2")
                        .moveToNode("Stage_A")))
                .isRefusedAt("Flow_Told", "asks for \"told\", which is not known here");
    }

    /** Behind a choice, so that the gateway is none that people decide at. */
    private static String automatic(String condition) {
        return won(start().serviceTask("Stage_A", stage("A"))
                .exclusiveGateway("Gateway_A")
                .name("Go on?")
                .condition("Go on", "=outcome = \"Go on\"")
                .serviceTask("Task_Tell", notifyBroker())
                .exclusiveGateway("Gateway_Big")
                .name("Big?")
                .defaultFlow()
                .serviceTask("Stage_B", stage("B"))
                .moveToNode("Gateway_Big")
                .sequenceFlowId("Flow_Big")
                .condition("Yes", condition)
                .connectTo("Stage_B")
                .moveToNode("Gateway_A")
                .condition("Stay", "=outcome = \"Stay\"")
                .connectTo("Stage_B"));
    }
}
