package org.partnerflow.engine.health;

import java.time.Clock;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.engine.EngineConfig;
import org.partnerflow.engine.EngineErrors;
import org.partnerflow.engine.ProcessBindings;
import org.partnerflow.engine.ProcessOwner.Owed;
import org.partnerflow.engine.feed.FeedState;
import org.partnerflow.engine.feed.Tokens;

/** Asks the engine whether the instance of a record is there, by commands that change nothing. */
@ApplicationScoped
class RunningProbe {
    @Inject
    CamundaClient client;

    @Inject
    ProcessBindings bindings;

    @Inject
    FeedState feed;

    @Inject
    Tokens tokens;

    @Inject
    EngineConfig engine;

    @Inject
    ReconcileConfig config;

    @Inject
    Clock clock;

    /** A record whose process was never asked for needs none. */
    boolean wasAskedFor(Owed owed) {
        return QuarkusTransaction.requiringNew().call(() -> bindings.of(owed.recordId())).stream()
                .anyMatch(binding -> binding.processId().equals(owed.processId()));
    }

    boolean isRunning(Owed owed) {
        var known = QuarkusTransaction.requiringNew().call(() -> bindings.of(owed.recordId()));
        var own = known.stream()
                .filter(binding -> binding.processId().equals(owed.processId()))
                .findFirst();
        if (own.isEmpty()) {
            return false;
        }
        var keys = known.stream()
                .filter(binding -> binding.startId().equals(own.get().startId()))
                .map(ProcessBindings.Binding::instanceKey)
                .filter(Objects::nonNull)
                .toList();
        if (!keys.isEmpty()) {
            return keys.stream().anyMatch(this::isActive) && (owed.openJob() == null || isOpen(owed.openJob()));
        }
        // Its first job has not come: only the engine's own word can tell
        if (QuarkusTransaction.requiringNew().call(feed::isAlive)
                && !QuarkusTransaction.requiringNew()
                        .call(() -> tokens.of(owed.recordId()))
                        .isEmpty()) {
            return true;
        }
        return owed.since().isAfter(clock.instant().minus(config.leaveYoung()));
    }

    private boolean isActive(long instanceKey) {
        return isThere(() -> client.newSetVariablesCommand(instanceKey)
                .variables(java.util.Map.of())
                .send()
                .join());
    }

    private boolean isOpen(long jobKey) {
        return isThere(() -> client.newUpdateTimeoutCommand(jobKey)
                .timeout(engine.openJobTimeout())
                .send()
                .join());
    }

    private static boolean isThere(Runnable command) {
        try {
            command.run();
            return true;
        } catch (RuntimeException e) {
            return switch (EngineErrors.code(e)) {
                case NOT_FOUND -> false;
                // It is there, and not activated just now
                case FAILED_PRECONDITION -> true;
                case null, default -> throw e;
            };
        }
    }
}
