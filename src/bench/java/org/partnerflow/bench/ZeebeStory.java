package org.partnerflow.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;

import org.partnerflow.shared.Ids;

/** The same diagram, driven by the engine's own client; what its workers do besides is left to somebody else. */
final class ZeebeStory implements DealStory {
    /** The way of a deal that is won: the outcome of each stage. */
    static final Map<String, String> OUTCOMES = Map.of(
            "Stage_Qualification", "Qualified",
            "Stage_NeedsAnalysis", "",
            "Stage_Proposal", "",
            "Stage_Negotiation", "Agreed",
            "Stage_Contract", "Signed");

    private static final String CLOSED = "closed";

    private final String name;
    private final Steps steps;
    private final CamundaClient client;
    private final List<JobWorker> workers = new ArrayList<>();
    private final ConcurrentHashMap<UUID, LinkedBlockingQueue<Object>> waiting = new ConcurrentHashMap<>();

    /** What is done at each step of a deal, before the engine goes on; nothing unless it is said. */
    interface Steps extends AutoCloseable {
        Steps NOTHING = new Steps() {};

        default void create(UUID deal) {}

        default void arrive(UUID deal, ActivatedJob job) {}

        default void move(UUID deal, ActivatedJob job, String outcome) {}

        default void mail(UUID deal, ActivatedJob job) {}

        default void end(UUID deal, ActivatedJob job) {}

        @Override
        default void close() {}
    }

    /** @param name of the process and of its jobs, so that nobody else's workers take them */
    ZeebeStory(String name, String gateway, String diagram, int workerThreads, Steps steps) {
        this.name = name;
        this.steps = steps;
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(gateway))
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(workerThreads)
                .build();
        var own = diagram.replace("partnerflow.", name + ".").replace("deal-progression", name + "-deal");
        client.newDeployResourceCommand()
                .addResourceBytes(own.getBytes(StandardCharsets.UTF_8), name + "-deal.bpmn")
                .send()
                .join();
        worker("deal-stage", false, job -> {
            steps.arrive(deal(job), job);
            tell(job, job);
        });
        worker("send-email", true, job -> steps.mail(deal(job), job));
        worker("notify", true, job -> {});
        worker("close-deal", true, job -> {
            steps.end(deal(job), job);
            tell(job, CLOSED);
        });
    }

    private void worker(String type, boolean complete, Consumer<ActivatedJob> work) {
        workers.add(client.newWorker()
                .jobType(name + "." + type)
                .handler((jobs, job) -> {
                    work.accept(job);
                    if (complete) {
                        jobs.newCompleteCommand(job).send().join();
                    }
                })
                .timeout(Duration.ofHours(1))
                .maxJobsActive(64)
                .streamEnabled(true)
                .pollInterval(Duration.ofMillis(100))
                .open());
    }

    private static UUID deal(ActivatedJob job) {
        return UUID.fromString((String) job.getVariable("recordId"));
    }

    private void tell(ActivatedJob job, Object what) {
        var queue = waiting.get(deal(job));
        if (queue != null) {
            queue.add(what);
        }
    }

    @Override
    public void play(LongConsumer step) throws Exception {
        var deal = Ids.next();
        var events = new LinkedBlockingQueue<Object>();
        waiting.put(deal, events);
        try {
            steps.create(deal);
            client.newPublishMessageCommand()
                    .messageName(name + "-deal.start")
                    .correlationKey(deal.toString())
                    .messageId(deal.toString())
                    .variables(Map.of("recordId", deal, "organisationId", deal))
                    .send()
                    .join();
            var event = next(events);
            while (event instanceof ActivatedJob job) {
                var outcome = OUTCOMES.get(job.getElementId());
                long asked = System.nanoTime();
                steps.move(deal, job, outcome);
                client.newCompleteCommand(job.getKey())
                        .variables(Map.of("outcome", outcome))
                        .send()
                        .join();
                event = next(events);
                step.accept(System.nanoTime() - asked);
            }
        } finally {
            waiting.remove(deal);
        }
    }

    private static Object next(LinkedBlockingQueue<Object> events) throws Exception {
        var event = events.poll(60, TimeUnit.SECONDS);
        if (event == null) {
            throw new TimeoutException("no next stage within a minute");
        }
        return event;
    }

    @Override
    public void close() {
        workers.forEach(JobWorker::close);
        client.close();
        steps.close();
    }
}
