package org.partnerflow.diagram.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.camunda.client.CamundaClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.TestServices;
import org.partnerflow.diagram.DiagramProblem;
import org.partnerflow.diagram.ShippedDiagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.partnerflow.diagram.DiagramExamples.EXPECTED;
import static org.partnerflow.diagram.DiagramExamples.ID;
import static org.partnerflow.diagram.DiagramExamples.everything;
import static org.partnerflow.diagram.DiagramExamples.shippedWorkflow;

/** What the check accepts, the process engine accepts: tried with thousands of diagrams in which one thing is wrong. */
class DiagramAcceptanceTest {
    private static final Pattern SENTENCE = Pattern.compile("[\\p{Lu}\"][^\n]*[.\")]");

    /** What no sentence for people has: nothing in place of something, a wrong article, words of the engine. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "\\bnull\\b(?!\")|  |\\ba [aeio]|\\ban [^aeiou]|Must |process engine, which says|\\bthe the\\b");

    @Test
    @Tag("F5.4")
    void whatTheCheckAcceptsTheEngineDeploys() {
        assertThat(DiagramCheck.check(everything(), EXPECTED)).isEmpty();
        var accepted = Stream.of(Mutations.some(shippedWorkflow(), 9), Mutations.of(everything()))
                .flatMap(changes -> changes.entrySet().stream())
                .filter(changed -> DiagramCheck.check(changed.getValue(), EXPECTED).stream()
                        .noneMatch(DiagramProblem::blocksPublishing))
                .toList();
        assertThat(accepted).hasSizeGreaterThan(100);

        assertThat(refusedByTheEngine(accepted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"deal-progression", "portal-invitation", "partner-onboarding", "lead-offer", "request-escalation"
            })
    @Tag("F5.11")
    void findingsAreSentencesInTheSameOrderEachTime(String shipped) {
        var diagram = ShippedDiagrams.copyOf(shipped, ID, "Deals");
        var faults = new TreeSet<String>();
        Mutations.some(diagram, 23).forEach((change, xml) -> {
            var findings = assertDoesNotThrow(() -> DiagramCheck.check(xml, EXPECTED), change);
            if (faults.isEmpty() && findings.size() > 2) {
                assertThat(DiagramCheck.check(xml, EXPECTED)).as(change).isEqualTo(findings);
            }
            findings.stream()
                    .map(DiagramProblem::message)
                    .filter(message -> !SENTENCE.matcher(message).matches()
                            || NO_WORDS.matcher(message).find()
                            || message.length() > 500)
                    .forEach(faults::add);
        });

        assertThat(faults).isEmpty();
    }

    private static List<String> refusedByTheEngine(List<Map.Entry<String, String>> diagrams) {
        var refused = new ArrayList<String>();
        try (var client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(TestServices.configuration().get("partnerflow.engine.grpc-address")))
                .preferRestOverGrpc(false)
                .build()) {
            for (var diagram : diagrams) {
                try {
                    client.newDeployResourceCommand()
                            .addResourceStringUtf8(diagram.getValue(), "diagram.bpmn")
                            .send()
                            .join();
                } catch (RuntimeException e) {
                    refused.add(diagram.getKey() + " -> " + e.getMessage());
                }
            }
        }
        return refused;
    }
}
