package org.partnerflow.deal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.deal.WorkflowVersion.State;
import org.partnerflow.engine.DiagramRejected;
import org.partnerflow.engine.Diagrams;
import org.partnerflow.outbox.OutboxChannel;
import org.partnerflow.outbox.OutboxMessage;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;

/** Brings the diagram of a version on its way to the process engine. The engine answers a repetition as it did the first time. */
@ApplicationScoped
class WorkflowChannel implements OutboxChannel {
    static final String NAME = "workflow-publication";

    @Inject
    WorkflowPublishing publishing;

    @Inject
    Diagrams diagrams;

    @Inject
    Actors actors;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompletionStage<?> send(OutboxMessage message) {
        actors.as(Actor.system(message.organisationId(), "Publish workflow"), () -> publish(message));
        return CompletableFuture.completedStage(null);
    }

    private void publish(OutboxMessage message) {
        var version = message.recordId();
        publishing.pending(version).ifPresent(pending -> {
            try {
                publishing.finish(
                        version,
                        diagrams.deploy(pending.processId(), pending.diagram())
                                .toCompletableFuture()
                                .join());
                publishing.settled(version, State.PUBLISHED);
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof DiagramRejected rejected)) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : e;
                }
                publishing.refuse(version, rejected.problems());
                publishing.settled(version, State.REFUSED);
            }
        });
    }
}
