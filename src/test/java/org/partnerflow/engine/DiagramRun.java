package org.partnerflow.engine;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;

import org.partnerflow.BrokerClock;
import org.partnerflow.TestServices;
import org.partnerflow.diagram.DiagramFile;
import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.ShippedDiagrams;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One record's way through the shipped diagrams on the real broker. The diagrams are deployed as copies whose names belong to this
 * run alone, so that no worker of the application takes their jobs; and every end is a job too, so that it can be seen.
 */
final class DiagramRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CamundaClient client = CamundaClient.newClientBuilder()
            .grpcAddress(URI.create(TestServices.configuration().get("partnerflow.engine.grpc-address")))
            .preferRestOverGrpc(false)
            .build();
    private final String run = "run-" + UUID.randomUUID();
    private final Set<String> jobTypes = new TreeSet<>();
    private final UUID recordId = UUID.randomUUID();

    DiagramRun(String... processes) {
        for (var process : processes) {
            var name = run + "-" + process;
            client.newDeployResourceCommand()
                    .addResourceStringUtf8(copy(process, name), name + ".bpmn")
                    .send()
                    .join();
        }
    }

    private String copy(String process, String name) {
        var model = DiagramFile.read(ShippedDiagrams.copyOf(process, name, name));
        model.getModelElementsByType(ZeebeTaskDefinition.class).forEach(task -> {
            task.setType(run + "." + task.getType());
            jobTypes.add(task.getType());
        });
        model.getModelElementsByType(CallActivity.class).forEach(call -> {
            var called = DiagramGraph.extension(call, ZeebeCalledElement.class);
            called.setProcessId(run + "-" + called.getProcessId());
        });
        showEnds(model);
        return Bpmn.convertToString(model);
    }

    private void showEnds(BpmnModelInstance model) {
        model.getModelElementsByType(EndEvent.class).stream()
                .filter(end -> end.getEventDefinitions().isEmpty())
                .forEach(end -> {
                    var type = run + ".end." + end.getId();
                    jobTypes.add(type);
                    end.builder().message(type).zeebeJobType(type);
                });
    }

    void start(String process) {
        publish(process, "start", Map.of("recordId", recordId.toString()));
    }

    void publish(String process, String message, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName("%s-%s.%s".formatted(run, process, message))
                .correlationKey(recordId.toString())
                .timeToLive(Duration.ofHours(1))
                .variables(variables)
                .send()
                .join();
    }

    /** Waits for a job of the type, completes it, and gives it back. */
    ActivatedJob work(String jobType, Map<String, Object> variables) {
        var job = next(run + ".partnerflow." + jobType);
        client.newCompleteCommand(job).variables(variables).send().join();
        return job;
    }

    ActivatedJob work(String jobType) {
        return work(jobType, Map.of());
    }

    /** Waits for the record to come to a stage, and moves it on. */
    void move(String stage, String outcome) {
        assertThat(work("deal-stage", Map.of("outcome", outcome)).getElementId())
                .isEqualTo(stage);
    }

    void endsAt(String endEvent) {
        client.newCompleteCommand(next(run + ".end." + endEvent)).send().join();
    }

    /** No job of this run is waiting, of whatever type. */
    void restsNow() {
        assertThat(jobTypes.stream()
                        .flatMap(type -> activate(type, Duration.ofSeconds(-1)).stream())
                        .map(ActivatedJob::getElementId))
                .as("open jobs")
                .isEmpty();
    }

    void after(Duration time) {
        BrokerClock.advance(time);
    }

    private ActivatedJob next(String type) {
        var jobs = activate(type, PATIENCE);
        assertThat(jobs).as("jobs of type " + type).hasSize(1);
        return jobs.getFirst();
    }

    private List<ActivatedJob> activate(String type, Duration patience) {
        return client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(2)
                .timeout(Duration.ofMinutes(5))
                .requestTimeout(patience)
                .send()
                .join()
                .getJobs();
    }

    @Override
    public void close() {
        client.close();
    }
}
