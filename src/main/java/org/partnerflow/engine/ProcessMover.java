package org.partnerflow.engine;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.MigrationPlanBuilderImpl;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.ProcessAnswer.Kind;
import org.partnerflow.outbox.OutboxMessage;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;

/** Cancels instances, moves them to another version, and puts records on an element. */
@ApplicationScoped
class ProcessMover {
    @Inject
    CamundaClient client;

    @Inject
    ProcessBindings bindings;

    @Inject
    ProcessStarter starter;

    @Inject
    InstanceCanceller canceller;

    @Inject
    Attention attention;

    @Inject
    Event<ProcessAnswer> answers;

    @Inject
    Actors actors;

    void cancel(OutboxMessage message, EngineCommand.Cancel command) {
        end(message, command.processId());
    }

    /** What failed in the instances of the record is mended by their end. */
    private void end(OutboxMessage message, String processId) {
        instances(message.recordId(), processId).forEach(canceller::cancel);
        var organisation = Objects.requireNonNull(message.organisationId());
        actors.as(Actor.system(organisation, "Process engine"), () -> QuarkusTransaction.requiringNew()
                .run(() -> attention.resolveFormer(message.recordId(), processId)));
    }

    void migrate(OutboxMessage message, EngineCommand.Migrate command) {
        var instances = instances(message.recordId(), command.processId());
        if (instances.isEmpty()) {
            answer(message, Kind.MIGRATED, "No running instance is known for this record.");
            return;
        }
        var plan = new MigrationPlanBuilderImpl();
        plan.withTargetProcessDefinitionKey(command.targetDefinitionKey());
        command.elements().forEach(plan::addMappingInstruction);
        ask(message, Kind.MIGRATED, () -> client.newMigrateProcessInstanceCommand(instances.getFirst())
                .migrationPlan(plan.build())
                .send()
                .join());
    }

    void putOn(OutboxMessage message, EngineCommand.PutOn command) {
        var known = bindings.of(message.recordId(), command.processId());
        boolean again = known.isPresent() && known.get().startId().equals(message.id());
        if (again && known.get().confirmed()) {
            answer(message, Kind.PUT_ON, null);
            return;
        }
        end(message, command.processId());
        if (again || starter.begin(message, command.processId())) {
            ask(message, Kind.PUT_ON, () -> client.newCreateInstanceCommand()
                    .bpmnProcessId(command.processId())
                    .version(command.version())
                    .variables(EngineChannel.firstVariables(message, command.variables()))
                    .startBeforeElement(command.elementId())
                    .send()
                    .join());
        }
    }

    /** The instance of the process, or if its own key is not known yet, those that it has called. */
    private List<Long> instances(UUID recordId, String processId) {
        var known = bindings.of(recordId);
        return known.stream()
                .filter(binding -> binding.processId().equals(processId))
                .findFirst()
                .map(own -> own.instanceKey() != null
                        ? List.of(own.instanceKey())
                        : known.stream()
                                .filter(binding -> binding.startId().equals(own.startId()))
                                .map(ProcessBindings.Binding::instanceKey)
                                .filter(Objects::nonNull)
                                .toList())
                .orElse(List.of());
    }

    private void ask(OutboxMessage message, Kind kind, Runnable command) {
        String refusal = null;
        try {
            command.run();
        } catch (RuntimeException e) {
            if (!EngineErrors.isRefusal(e)) {
                throw e;
            }
            refusal = e.getMessage();
        }
        answer(message, kind, refusal);
    }

    private void answer(OutboxMessage message, Kind kind, @Nullable String refusal) {
        var organisation = Objects.requireNonNull(message.organisationId());
        actors.as(Actor.system(organisation, "Process engine"), () -> QuarkusTransaction.requiringNew()
                .run(() -> answers.fire(new ProcessAnswer(message.id(), message.recordId(), kind, refusal))));
    }
}
