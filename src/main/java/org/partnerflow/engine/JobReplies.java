package org.partnerflow.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.grpc.Status.Code;
import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;

import org.partnerflow.shared.Backoff;

/**
 * Tells the engine what became of jobs. What cannot be told in time is told when the job comes again: the inbox knows. A job that
 * failed is not failed in the engine, only its timeout is moved: so it never becomes an incident, and can be completed at any time.
 */
@ApplicationScoped
class JobReplies {
    private static final Logger LOG = Logger.getLogger(JobReplies.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));

    @Inject
    CamundaClient client;

    @Inject
    EngineConfig config;

    @Inject
    InstanceCanceller canceller;

    /** Jobs that this node has left open a short while ago. */
    private final Set<Long> leftOpen = ConcurrentHashMap.newKeySet();

    /** What is told later than this is told when the job comes again. */
    void tellNoMore(@Observes ShutdownEvent event) {
        leftOpen.clear();
    }

    void send(Delivery job, JobOutcome outcome) {
        switch (outcome) {
            case JobOutcome.Completed completed -> {
                var command = client.newCompleteCommand(job.key());
                if (completed.variables() != null) {
                    command.variables(completed.variables());
                }
                tell(job, "complete", command::send);
            }
            case JobOutcome.KeptOpen open -> keepOpen(job);
            case JobOutcome.Refused refused ->
                tell(job, "refuse", () -> client.newThrowErrorCommand(job.key())
                        .errorCode(refused.code())
                        .errorMessage(refused.message())
                        .send());
        }
    }

    /** Somebody has completed a job that was left open. */
    void completed(long jobKey) {
        leftOpen.remove(jobKey);
    }

    /** The engine is told when half of the timeout is over: a stage that is left sooner than that needs no word about it. */
    private void keepOpen(Delivery job) {
        leftOpen.add(job.key());
        CompletableFuture.delayedExecutor(config.jobTimeout().toMillis() / 2, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (leftOpen.remove(job.key())) {
                        tryAgainIn(job, config.openJobTimeout());
                    }
                });
    }

    /** Moves the time at which the engine gives the job to somebody again. */
    void tryAgainIn(Delivery job, Duration delay) {
        tell(job, "postpone", () -> client.newUpdateTimeoutCommand(job.key())
                .timeout(delay)
                .send());
    }

    /** Nobody can do the job: the engine holds the instance, and gives the job to nobody again. */
    void giveUp(Delivery job, String cause) {
        tell(job, "give up", () -> client.newFailCommand(job.key())
                .retries(0)
                .errorMessage(cause)
                .send());
    }

    void cancelInstance(Delivery job) {
        try {
            canceller.cancel(job.processInstanceKey());
        } catch (RuntimeException e) {
            LOG.warnf(e, "Instance %d could not be cancelled: its job comes again", job.processInstanceKey());
        }
    }

    private void tell(Delivery job, String what, Supplier<? extends CompletionStage<?>> command) {
        tell(job, what, command, 1, System.nanoTime() + config.jobTimeout().toNanos());
    }

    private void tell(
            Delivery job, String what, Supplier<? extends CompletionStage<?>> command, int attempt, long endNanos) {
        command.get().whenComplete((answer, error) -> {
            if (error == null) {
                return;
            }
            if (EngineErrors.code(error) == Code.NOT_FOUND) {
                LOG.infof("Too late to %s job %d (%s): it is gone", what, job.key(), job.type());
            } else if (EngineErrors.isPassing(error) && System.nanoTime() < endNanos) {
                CompletableFuture.delayedExecutor(BACKOFF.after(attempt).toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> tell(job, what, command, attempt + 1, endNanos));
            } else {
                LOG.warnf(
                        "Could not %s job %d (%s), it comes again: %s",
                        what, job.key(), job.type(), error.getMessage());
            }
        });
    }
}
