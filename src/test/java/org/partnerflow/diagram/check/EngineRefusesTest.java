package org.partnerflow.diagram.check;

import java.util.function.Consumer;

import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.partnerflow.diagram.DiagramExamples.ID;
import static org.partnerflow.diagram.DiagramExamples.close;
import static org.partnerflow.diagram.DiagramExamples.notifyBroker;
import static org.partnerflow.diagram.DiagramExamples.stage;
import static org.partnerflow.diagram.DiagramExamples.start;
import static org.partnerflow.diagram.DiagramExamples.won;

/** What the process engine would refuse, or never end, is refused before, at its element and in our words. */
class EngineRefusesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches/**/(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\",\"(a+)+$\")",
                "`matches`(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\",\"(a+)+$\")",
                "matches //\n(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\",\"(a+)+$\")",
                "not(negand: matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\",\"(a+)+$\"))",
                "not(negand: 10 ** 1000000000 > 1)",
                "not(negand: every x in 1..1000000000 satisfies x > 0)",
                "\"a\" in (`split`(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\",\"(a+)+$\"))"
            })
    @Tag("F5.3")
    void refusesAPatternHoweverItIsWritten(String condition) {
        Checked.diagram(automatic(condition)).isRefusedAt("Flow_Big", "uses loops, powers or patterns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decimal(1/3, 2000000000) > 1",
                "round up(1/3, 2000000000) > 1",
                "string(number(\"1e1000000000\")) = \"x\"",
                "recordId.foo(\"b\")"
            })
    @Tag("F5.3")
    void refusesAFunctionThatIsNotAmongThoseThatEndSoon(String condition) {
        Checked.diagram(automatic(condition)).isRefusedAt("Flow_Big", "which is none that a diagram may use");
    }

    @Test
    @Tag("F5.3")
    void refusesWhatGrowsWithoutEnd() {
        var doubled = new StringBuilder("{a:\"xxxxxxxxxx\"");
        for (char name = 'b'; name <= 'z'; name++) {
            doubled.append(",%c:%c+%c".formatted(name, name - 1, name - 1));
        }
        Checked.diagram(automatic("string length(" + doubled + "}.z) > 1"))
                .isRefusedAt("Flow_Big", "makes a value of several parts");
        Checked.diagram(automatic("(".repeat(200) + "true" + ")".repeat(200)))
                .isRefusedAt("Flow_Big", "has too many brackets");
        Checked.diagram(automatic("[".repeat(240) + "true" + "]".repeat(240)))
                .isRefusedAt("Flow_Big", "has too many brackets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"of", "instance", "null", "true", "if", "between", "ä1", "ключ", "sum.of", "a-b", "1a", "a..b"})
    @Tag("F5.4")
    void refusesATargetThatTheEngineTakesForNoName(String target) {
        Checked.diagram(told(task -> task.zeebeOutputExpression("recordId", target)))
                .isRefusedAt("Task_Tell", "Expected the name of a variable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount", "_a1", "offer", "instances", "sum.total"})
    @Tag("F5.4")
    void acceptsATargetThatItTakes(String target) {
        Checked.diagram(told(task -> task.zeebeOutputExpression("recordId", target)))
                .isAccepted();
    }

    @Test
    @Tag("F5.4")
    void refusesAHeaderThatIsTheEnginesOwn() {
        Checked.diagram(told(task -> task.zeebeTaskHeader("io.camunda.zeebe:assignee", "me")))
                .isRefusedAt("Task_Tell", "has the header \"io.camunda.zeebe:assignee\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P999999999Y",
                "P2147483647M",
                "P11Y",
                "PT87841H",
                "P4000D",
                "=duration(\"P300000000Y\")",
                "=duration(\"P11Y\")",
                "=duration(\"P100000D\")"
            })
    @Tag("F5.3")
    void refusesADurationOfMoreThanTenYears(String duration) {
        Checked.shipped(xml -> xml.replace(">P7D<", ">%s<".formatted(duration)))
                .isRefusedAt("Timer_ProposalOverdue", "10 years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P10Y", "P120M", "P3650D", "=duration(\"P10Y\")"})
    @Tag("F5.3")
    void acceptsADurationOfTenYears(String duration) {
        Checked.shipped(xml -> xml.replace(">P7D<", ">%s<".formatted(duration))).isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "1900-01-01T00:00:00Z"})
    @Tag("F5.3")
    void refusesADateThatIsTooFar(String date) {
        Checked.shipped(xml -> xml.replaceFirst(
                        "<bpmn:timeDuration([^>]*)>P7D</bpmn:timeDuration>",
                        "<bpmn:timeDate$1>" + date + "</bpmn:timeDate>"))
                .isRefusedAt("Timer_ProposalOverdue", "from 1970 to 2099");
    }

    @Test
    @Tag("F5.3")
    void refusesAnExpressionThatGivesADateThatIsTooFar() {
        Checked.shipped(xml -> xml.replaceFirst(
                        "<bpmn:timeDuration([^>]*)>P7D</bpmn:timeDuration>",
                        "<bpmn:timeDate$1>=now() + duration(&quot;P300000Y&quot;)</bpmn:timeDate>"))
                .isRefusedAt("Timer_ProposalOverdue", "after 2099");
    }

    @Test
    @Tag("F5.3")
    void refusesACycleOfMoreThanTenYears() {
        Checked.shipped(xml -> xml.replaceFirst(
                        "<bpmn:timeDuration([^>]*)>P7D</bpmn:timeDuration>",
                        "<bpmn:timeCycle$1>R/P999999999Y</bpmn:timeCycle>"))
                .isRefusedAt("Timer_ProposalOverdue", "at most 10 years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Qualified\u200b", "QUALIFIED", "Quali\ufb01ed", " Qualified", "Qu\u00adalified"})
    @Tag("F2.2")
    void refusesTwoStagesWhoseNamesPeopleSeeAsOne(String name) {
        Checked.diagram(won(start().serviceTask("Stage_A", stage("Qualified")).serviceTask("Stage_B", stage(name))))
                .isRefusedAt("Stage_B", "Two stages are called");
    }

    @Test
    @Tag("F2.2")
    void acceptsTwoStagesWhoseNamesDifferByAnAccent() {
        Checked.diagram(won(start().serviceTask("Stage_A", stage("Café")).serviceTask("Stage_B", stage("Cafe"))))
                .isAccepted();
    }

    @Test
    @Tag("F2.2")
    void refusesANameOfWhichNothingCanBeSeen() {
        Checked.diagram(won(start().serviceTask("Stage_A", stage("\u200b\u2060"))))
                .isRefusedAt("Stage_A", "A stage has no name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes\u200b", "\uff39es"})
    @Tag("F2.2")
    void refusesTwoOutcomesWhoseNamesPeopleSeeAsOne(String name) {
        Checked.diagram(won(start().serviceTask("Stage_A", stage("A"))
                        .exclusiveGateway("Gateway_A")
                        .name("Go on?")
                        .sequenceFlowId("Flow_Yes")
                        .condition("Yes", "=outcome = \"Yes\"")
                        .serviceTask("Task_CloseAsLost", close("lost"))
                        .endEvent()
                        .moveToNode("Gateway_A")
                        .sequenceFlowId("Flow_Other")
                        .condition(name, "=outcome = \"" + name + "\"")))
                .isRefusedAt("Flow_Other", "have the outcome");
    }

    @Test
    @Tag("F5.1")
    void refusesAnEventThatWaitsForTheMessageByWhichTheProcessStarts() {
        Checked.diagram(won(start().serviceTask("Stage_A", stage("A"))
                        .intermediateCatchEvent("Event_Begun", event -> event.name("Begun")
                                .message(message ->
                                        message.name(ID + ".start").zeebeCorrelationKeyExpression("recordId")))))
                .isRefusedAt("Event_Begun", "by which the process itself starts");
    }

    private static String told(Consumer<ServiceTaskBuilder> more) {
        return won(start().serviceTask("Stage_A", stage("A")).serviceTask("Task_Tell", task -> {
            notifyBroker().accept(task);
            more.accept(task);
        }));
    }

    private static String automatic(String condition) {
        return won(start().exclusiveGateway("Gateway_Big")
                .name("Big?")
                .defaultFlow()
                .serviceTask("Stage_A", stage("A"))
                .moveToNode("Gateway_Big")
                .sequenceFlowId("Flow_Big")
                .condition("Yes", "=" + condition)
                .connectTo("Stage_A")
                .moveToNode("Stage_A"));
    }
}
