package org.partnerflow.engine;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Backoff;
import org.partnerflow.shared.FailureWords;

/** Does a delivered job: admits it, guards it by the inbox, calls its handler in one transaction, and tells the engine. */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    @Inject
    ProcessBindings bindings;

    @Inject
    JobInbox inbox;

    @Inject
    JobReplies replies;

    @Inject
    StrayJobs strays;

    @Inject
    Attention attention;

    @Inject
    Actors actors;

    @Inject
    EngineConfig config;

    @Inject
    ObjectMapper json;

    /** The instance is not the one that works for its record. */
    private static class ForeignInstance extends RuntimeException {}

    /** Does the job and tells the engine what became of it. True if it is done, false if it failed or was not ours. */
    <I> boolean run(JobHandler<I> handler, Delivery delivery) {
        var stray = delivery.strayReason();
        if (stray != null) {
            strays.giveUp(delivery, stray);
            return false;
        }
        try {
            var outcome = actors.as(delivery.actor(), () -> outcome(handler, delivery));
            replies.send(delivery, outcome);
            return true;
        } catch (ForeignInstance e) {
            LOG.warnf(
                    "Cancelling instance %d of %s: another one works for record %s",
                    delivery.processInstanceKey(), delivery.processId(), delivery.recordId());
            replies.cancelInstance(delivery);
            return false;
        } catch (RuntimeException e) {
            LOG.warnf(e, "Job %d (%s) failed", (Object) delivery.key(), delivery.type());
            noteFailure(delivery, e);
            return false;
        }
    }

    /** The variables that a handler reads, and those that every job needs. */
    static List<String> variables(JobHandler<?> handler) {
        var names = new java.util.ArrayList<>(EngineVariables.ALL);
        names.addAll(componentsOf(handler.input()));
        return names;
    }

    private <I> JobOutcome outcome(JobHandler<I> handler, Delivery delivery) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> effect(handler, delivery));
        } catch (BpmnError e) {
            var refusal = new JobOutcome.Refused(e.code(), e.getMessage());
            return QuarkusTransaction.requiringNew().call(() -> remember(delivery, refusal));
        }
    }

    private <I> JobOutcome effect(JobHandler<I> handler, Delivery delivery) {
        if (!bindings.admits(delivery)) {
            throw new ForeignInstance();
        }
        var usual = outcomeOf(handler.usualResult());
        var entry = inbox.enter(delivery, usual);
        if (entry.outcome() != null) {
            if (entry.outcome() instanceof JobOutcome.KeptOpen) {
                inbox.cameAgain(delivery);
                handler.redelivered(delivery.job(), input(handler, delivery));
            }
            return entry.outcome();
        }
        var outcome = outcomeOf(handler.handle(delivery.job(), input(handler, delivery)));
        if (!entry.isNew() || !outcome.equals(usual)) {
            inbox.done(delivery, outcome);
        }
        resolveAttention(delivery, entry);
        return outcome;
    }

    /** The handler's work was rolled back, and its refusal is kept instead, unless another delivery was quicker. */
    private JobOutcome remember(Delivery delivery, JobOutcome refusal) {
        var entry = inbox.enter(delivery, refusal);
        if (entry.outcome() != null) {
            return entry.outcome();
        }
        if (!entry.isNew()) {
            inbox.done(delivery, refusal);
        }
        resolveAttention(delivery, entry);
        return refusal;
    }

    private void resolveAttention(Delivery delivery, JobInbox.Entry entry) {
        if (entry.failures() > 0) {
            attention.resolveJob(delivery);
        }
    }

    private JobOutcome outcomeOf(JobResult result) {
        return switch (result) {
            case JobResult.KeepOpen open -> new JobOutcome.KeptOpen();
            case JobResult.Complete complete ->
                new JobOutcome.Completed(complete.variables() == null ? null : json.valueToTree(complete.variables()));
        };
    }

    private void noteFailure(Delivery delivery, RuntimeException failure) {
        try {
            int failures = actors.as(
                    delivery.actor(), () -> QuarkusTransaction.requiringNew().call(() -> {
                        int count = inbox.enter(delivery, null).failures() + 1;
                        inbox.failed(delivery);
                        if (count >= config.attentionAfter()) {
                            attention.raiseForJob(delivery, FailureWords.of(failure), count);
                        }
                        return count;
                    }));
            replies.tryAgainIn(delivery, new Backoff(config.firstDelay(), config.longestDelay()).after(failures));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The failure of job %d could not be noted: it comes again after its timeout", delivery.key());
        }
    }

    private <I> I input(JobHandler<I> handler, Delivery delivery) {
        try {
            var known = ((ObjectNode) delivery.variables().deepCopy()).retain(componentsOf(handler.input()));
            return json.treeToValue(known, handler.input());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Expected variables that fit what the job needs: %s."
                            .formatted(String.join(", ", componentsOf(handler.input()))),
                    e);
        }
    }

    private static List<String> componentsOf(Class<?> input) {
        if (!input.isRecord()) {
            throw new IllegalArgumentException(
                    "Expected a record as the input of a job, but %s is none".formatted(input));
        }
        return Arrays.stream(input.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }
}
