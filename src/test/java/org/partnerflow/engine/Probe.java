package org.partnerflow.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;

/** Does the jobs of the test diagrams: each leaves a line in the audit trail, and then does what the test wants for its record. */
@Singleton
class Probe {
    @Inject
    AuditTrail audit;

    private final Map<UUID, Function<Job, JobResult>> behaviours = new ConcurrentHashMap<>();
    private final List<Job> handled = new CopyOnWriteArrayList<>();
    private final List<Job> redelivered = new CopyOnWriteArrayList<>();
    private final List<ProcessAnswer> answers = new CopyOnWriteArrayList<>();

    /** @param word a variable of the process */
    record Input(@Nullable String word) {}

    void behave(UUID record, Function<Job, JobResult> behaviour) {
        behaviours.put(record, behaviour);
    }

    /** The jobs whose handler was called, also where it failed. */
    List<Job> handled(UUID record) {
        return handled.stream().filter(job -> job.recordId().equals(record)).toList();
    }

    List<String> elements(UUID record) {
        return handled(record).stream().map(Job::elementId).toList();
    }

    List<Job> redelivered(UUID record) {
        return redelivered.stream().filter(job -> job.recordId().equals(record)).toList();
    }

    List<ProcessAnswer> answers(UUID record) {
        return answers.stream()
                .filter(answer -> answer.recordId().equals(record))
                .toList();
    }

    void hear(@Observes ProcessAnswer answer) {
        answers.add(answer);
    }

    private JobResult handle(Job job, JobResult usually, Input input) {
        handled.add(job);
        audit.record(
                AuditAction.DEAL_EDITED, job.recordId(), Map.of("element", job.elementId(), "word", "" + input.word()));
        return behaviours.getOrDefault(job.recordId(), any -> usually).apply(job);
    }

    abstract static class Handler implements JobHandler<Input> {
        @Inject
        Probe probe;

        @Override
        public Class<Input> input() {
            return Input.class;
        }

        @Override
        public JobResult handle(Job job, Input input) {
            return probe.handle(job, JobResult.complete("word", job.elementId()), input);
        }
    }

    @Singleton
    static class First extends Handler {
        @Override
        public String jobType() {
            return "probe.first";
        }
    }

    @Singleton
    static class Second extends Handler {
        @Override
        public String jobType() {
            return "probe.second";
        }
    }

    @Singleton
    static class Third extends Handler {
        @Override
        public String jobType() {
            return "probe.third";
        }
    }

    @Singleton
    static class Stage extends Handler {
        @Override
        public String jobType() {
            return "probe.stage";
        }

        @Override
        public JobResult handle(Job job, Input input) {
            return probe.handle(job, JobResult.keepOpen(), input);
        }

        @Override
        public void redelivered(Job job, Input input) {
            probe.redelivered.add(job);
        }
    }
}
