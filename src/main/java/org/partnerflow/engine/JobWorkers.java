package org.partnerflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

/** Opens a worker for each handler. Jobs are streamed as they come up, and polled too, as polling alone drains a backlog. */
@ApplicationScoped
class JobWorkers {
    @Inject
    CamundaClient client;

    @Inject
    EngineConfig config;

    @Inject
    JobRunner runner;

    @Inject
    @All
    List<JobHandler<?>> handlers;

    private final TreeMap<String, JobHandler<?>> byType = new TreeMap<>();
    private final List<JobWorker> workers = new ArrayList<>();

    void open(@Observes StartupEvent event) {
        for (var handler : handlers) {
            var other = byType.put(handler.jobType(), handler);
            if (other != null) {
                throw new IllegalStateException("Expected one handler for %s, but there are %s and %s"
                        .formatted(handler.jobType(), other.getClass(), handler.getClass()));
            }
        }
        byType.values().forEach(handler -> workers.add(open(handler)));
    }

    void close(@Observes ShutdownEvent event) {
        workers.forEach(JobWorker::close);
    }

    @Nullable
    JobHandler<?> handler(String jobType) {
        return byType.get(jobType);
    }

    private JobWorker open(JobHandler<?> handler) {
        return client.newWorker()
                .jobType(handler.jobType())
                .handler((jobs, job) -> runner.run(handler, Delivery.of(job)))
                .timeout(config.jobTimeout())
                .maxJobsActive(config.jobsPerType())
                .fetchVariables(JobRunner.variables(handler))
                .streamEnabled(true)
                .open();
    }
}
