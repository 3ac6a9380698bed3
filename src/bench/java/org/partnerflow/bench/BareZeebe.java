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
import java.util.function.LongConsumer;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;

/** The same diagram, driven by the engine's own client; its workers do nothing. */
final class BareZeebe implements DealStory {
    /** The way of a deal that is won: the outcome of each stage. */
    static final Map<String, String> OUTCOMES = Map.of(
            "Stage_Qualification", "Qualified",
            "Stage_NeedsAnalysis", "",
            "Stage_Proposal", "",
            "Stage_Negotiation", "Agreed",
            "Stage_Contract", "Signed");

    private static final String CLOSED = "closed";

    private final CamundaClient client;
    private final List<JobWorker> workers = new ArrayList<>();
    private final ConcurrentHashMap<String, LinkedBlockingQueue<Object>> waiting = new ConcurrentHashMap<>();

    BareZeebe(String gateway, String diagram) {
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(gateway))
                .preferRestOverGrpc(false)
                .build();
        // Names of its own, so that the product's workers take none of its jobs.
        var bare = diagram.replace("partnerflow.", "bare.").replace("deal-progression", "bare-deal");
        client.newDeployResourceCommand()
                .addResourceBytes(bare.getBytes(StandardCharsets.UTF_8), "bare-deal.bpmn")
                .send()
                .join();
        worker("bare.deal-stage", false, job -> tell(job, job));
        worker("bare.send-email", true, job -> {});
        worker("bare.notify", true, job -> {});
        worker("bare.close-deal", true, job -> tell(job, CLOSED));
    }

    private void worker(String type, boolean complete, java.util.function.Consumer<ActivatedJob> then) {
        workers.add(client.newWorker()
                .jobType(type)
                .handler((jobs, job) -> {
                    if (complete) {
                        jobs.newCompleteCommand(job).send().join();
                    }
                    then.accept(job);
                })
                .timeout(Duration.ofHours(1))
                .maxJobsActive(64)
                .streamEnabled(true)
                .pollInterval(Duration.ofMillis(100))
                .open());
    }

    private void tell(ActivatedJob job, Object what) {
        var queue = waiting.get((String) job.getVariable("recordId"));
        if (queue != null) {
            queue.add(what);
        }
    }

    @Override
    public void play(LongConsumer step) throws Exception {
        var record = UUID.randomUUID().toString();
        var events = new LinkedBlockingQueue<Object>();
        waiting.put(record, events);
        try {
            client.newPublishMessageCommand()
                    .messageName("bare-deal.start")
                    .correlationKey(record)
                    .messageId(record)
                    .variables(Map.of("recordId", record, "organisationId", record))
                    .send()
                    .join();
            var event = next(events);
            while (event instanceof ActivatedJob job) {
                var outcome = OUTCOMES.get(job.getElementId());
                long asked = System.nanoTime();
                client.newCompleteCommand(job.getKey())
                        .variables(Map.of("outcome", outcome))
                        .send()
                        .join();
                event = next(events);
                step.accept(System.nanoTime() - asked);
            }
        } finally {
            waiting.remove(record);
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
    }
}
