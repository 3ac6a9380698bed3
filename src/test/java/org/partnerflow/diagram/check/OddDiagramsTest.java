package org.partnerflow.diagram.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.camunda.client.CamundaClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.partnerflow.TestServices;
import org.partnerflow.diagram.DiagramExamples;
import org.partnerflow.diagram.DiagramProblem;
import org.partnerflow.diagram.OddDiagrams;

import static org.assertj.core.api.Assertions.assertThat;

/** What else people and tools draw: refused in our words, naming the element, or accepted by the check and by the process engine. */
@Tag("F5.4")
@Tag("F5.11")
class OddDiagramsTest {
    private static final Pattern NO_WORDS = Pattern.compile("\\bnull\\b|Must |process engine, which says|  ");

    static Stream<Arguments> broken() {
        return OddDiagrams.broken().entrySet().stream().map(odd -> Arguments.of(odd.getKey(), odd.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void refusesInOurWordsAndNamesTheElement(String odd, String xml) {
        var errors = DiagramCheck.check(xml, DiagramExamples.EXPECTED).stream()
                .filter(DiagramProblem::blocksPublishing)
                .toList();

        assertThat(errors).as(odd).isNotEmpty();
        assertThat(errors).as(odd).allSatisfy(problem -> {
            assertThat(problem.message()).doesNotContainPattern(NO_WORDS);
            assertThat(problem.elementId() != null && xml.contains("id=\"" + problem.elementId() + "\"")
                            || problem.message().contains("\"Stage_Contract\"")
                            || problem.message().contains(" in line ")
                            || problem.message().contains("1 MB"))
                    .as(problem.message())
                    .isTrue();
        });
    }

    @Test
    @DisplayName("what is unusual is accepted by the check, and by the process engine")
    void acceptsWhatIsUnusual() {
        var refused = new ArrayList<String>();
        try (var client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(TestServices.configuration().get("partnerflow.engine.grpc-address")))
                .preferRestOverGrpc(false)
                .build()) {
            OddDiagrams.unusual().forEach((odd, xml) -> {
                DiagramCheck.check(xml, DiagramExamples.EXPECTED).stream()
                        .filter(DiagramProblem::blocksPublishing)
                        .forEach(problem -> refused.add(odd + " -> " + problem.message()));
                try {
                    client.newDeployResourceCommand()
                            .addResourceStringUtf8(xml, "diagram.bpmn")
                            .send()
                            .join();
                } catch (RuntimeException e) {
                    refused.add(odd + " -> " + e.getMessage());
                }
            });
        }
        assertThat(refused).isEmpty();
    }
}
