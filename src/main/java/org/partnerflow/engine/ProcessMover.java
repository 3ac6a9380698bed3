package org.partnerflow.engine;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.CreateProcessInstanceCommandStep1.CreateProcessInstanceCommandStep3;
import io.camunda.client.api.command.MigrationPlanBuilderImpl;
import io.grpc.Status.Code;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.ProcessAnswer.Kind;
import org.partnerflow.outbox.OutboxMessage;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;

/** Cancels instances, moves them to another version, and puts records on an element. */
@ApplicationScoped
class ProcessMover {
    private static final Logger LOG = Logger.getLogger(ProcessMover.class);

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
        end(message, command.processId(), instances(message.recordId(), command.processId()));
    }

    /** What failed in the instances of the record is mended by their end. */
    private void end(OutboxMessage message, String processId, List<Long> instances) {
        instances.forEach(canceller::cancel);
        var organisation = Objects.requireNonNull(message.organisationId());
        actors.as(Actor.system(organisation, "Process engine"), () -> QuarkusTransaction.requiringNew()
                .run(() -> attention.resolveFormer(message.recordId(), processId)));
    }

    void migrate(OutboxMessage message, EngineCommand.Migrate command) {
        var instances = instances(message.recordId(), command.processId());
        boolean asItIs =
                !command.elements().isEmpty() && !instances.isEmpty() && !hasBegun(message, command.processId());
        if (asItIs && isMigrated(instances.getFirst(), command)) {
            answer(message, Kind.MIGRATED, null);
        } else if (command.anew() == null) {
            answer(message, Kind.MIGRATED, "it does not move the running process as it is");
        } else {
            begin(message, command.anew(), Kind.BEGUN_ANEW);
        }
    }

    void putOn(OutboxMessage message, EngineCommand.PutOn command) {
        begin(message, command, Kind.PUT_ON);
    }

    /** False if the engine has understood, and will say the same again. */
    private boolean isMigrated(long instanceKey, EngineCommand.Migrate command) {
        var plan = new MigrationPlanBuilderImpl();
        plan.withTargetProcessDefinitionKey(command.targetDefinitionKey());
        command.elements().forEach(plan::addMappingInstruction);
        try {
            client.newMigrateProcessInstanceCommand(instanceKey)
                    .migrationPlan(plan.build())
                    .send()
                    .join();
            return true;
        } catch (RuntimeException e) {
            if (!EngineErrors.isRefusal(e)) {
                throw e;
            }
            LOG.infof("Instance %d begins anew on its other version: %s", instanceKey, e.getMessage());
            return false;
        }
    }

    /** The new instance first, so that a refusal leaves all as it was; jobs of the former one count for nothing from then on. */
    private void begin(OutboxMessage message, EngineCommand.PutOn command, Kind kind) {
        var former = bindings.of(message.recordId(), command.processId()).orElse(null);
        boolean again = hasBegun(message, command.processId());
        if (again && former != null && former.confirmed()) {
            answer(message, kind, null);
            return;
        }
        var running = again ? List.<Long>of() : instances(message.recordId(), command.processId());
        if (!again && !starter.begin(message, command.processId())) {
            return;
        }
        var refusal = create(message, command);
        if (refusal == null) {
            end(message, command.processId(), running);
        } else if (former != null && !again) {
            QuarkusTransaction.requiringNew()
                    .run(() -> bindings.restore(message.recordId(), command.processId(), message.id(), former));
        }
        answer(message, kind, refusal);
    }

    private boolean hasBegun(OutboxMessage message, String processId) {
        return bindings.of(message.recordId(), processId)
                .filter(known -> known.startId().equals(message.id()))
                .isPresent();
    }

    /** Null, or why the engine does not begin there. */
    private @Nullable String create(OutboxMessage message, EngineCommand.PutOn command) {
        try {
            version(command)
                    .variables(EngineChannel.firstVariables(message, command.variables()))
                    .startBeforeElement(command.elementId())
                    .send()
                    .join();
            return null;
        } catch (RuntimeException e) {
            if (!EngineErrors.isRefusal(e)) {
                throw e;
            }
            LOG.warnf("Record %s cannot begin at %s: %s", message.recordId(), command.elementId(), e.getMessage());
            return EngineErrors.code(e) == Code.NOT_FOUND
                    ? "it does not know this version of the diagram; publish the diagram again"
                    : "it cannot begin at this element";
        }
    }

    private CreateProcessInstanceCommandStep3 version(EngineCommand.PutOn command) {
        var process = client.newCreateInstanceCommand().bpmnProcessId(command.processId());
        return command.version() == EngineCommand.PutOn.LATEST
                ? process.latestVersion()
                : process.version(command.version());
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

    private void answer(OutboxMessage message, Kind kind, @Nullable String refusal) {
        var organisation = Objects.requireNonNull(message.organisationId());
        actors.as(Actor.system(organisation, "Process engine"), () -> QuarkusTransaction.requiringNew()
                .run(() -> answers.fire(new ProcessAnswer(message.id(), message.recordId(), kind, refusal))));
    }
}
