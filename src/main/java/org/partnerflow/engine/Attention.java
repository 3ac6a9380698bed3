package org.partnerflow.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.feed.EngineIncidents.Incident;
import org.partnerflow.outbox.MessageParked;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Sql;

/** Raises what needs the attention of a person, and takes it back when it is mended: jobs and messages that keep failing, and incidents. */
@ApplicationScoped
class Attention {
    private static final Logger LOG = Logger.getLogger(Attention.class);

    @Inject
    AttentionItems items;

    @Inject
    ProcessOwners owners;

    @Inject
    ProcessBindings bindings;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    @Transactional(TxType.MANDATORY)
    public void raiseForJob(Delivery job, String cause, int failures) {
        var item = items.find(AttentionItem.reference(job)).orElseGet(() -> {
            var made = new AttentionItem(job, write(job));
            made.name(
                    owners.nameOf(job.processId(), job.recordId()).orElse(null),
                    owners.elementName(job.processId(), 0, job.elementId()).orElse(null));
            return made;
        });
        raise(item, cause, failures);
    }

    /** The job went well after all. */
    @Transactional(TxType.MANDATORY)
    public void resolveJob(Delivery job) {
        items.find(AttentionItem.reference(job)).ifPresent(this::resolve);
    }

    @Transactional(TxType.MANDATORY)
    public void raiseForIncident(Incident incident) {
        var element = owners.elementName(incident.processId(), incident.definitionKey(), incident.elementId())
                .orElse(null);
        var item = items.find(AttentionItem.reference(incident)).orElseGet(() -> new AttentionItem(incident));
        item.name(owners.nameOf(incident.processId(), incident.recordId()).orElse(null), element);
        raise(item, IncidentWords.of(incident, element == null ? "one step" : "“%s”".formatted(element)), 1);
    }

    @Transactional(TxType.MANDATORY)
    public void resolveIncident(Incident incident) {
        items.find(AttentionItem.reference(incident)).ifPresent(this::resolve);
    }

    /** Whatever failed in these process instances does not matter any more: they are over. */
    void resolveEnded(Collection<Long> instances) {
        record Found(UUID id, UUID organisation) {}
        var found = QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        """
                        select id, organisation_id from attention_item
                        where instance_key in (%s) and state <> 'RESOLVED'""".formatted(Sql.places(instances.size())),
                        row -> new Found(
                                Objects.requireNonNull(Sql.id(row, "id")),
                                Objects.requireNonNull(Sql.id(row, "organisation_id"))),
                        instances.toArray()));
        for (var each : found) {
            actors.as(Actor.system(each.organisation(), "Process engine"), () -> QuarkusTransaction.requiringNew()
                    .run(() -> resolve(items.locked(each.id()))));
        }
    }

    /** The process of a record was ended or begun anew: what failed in its former instances is mended. */
    @Transactional(TxType.MANDATORY)
    public void resolveFormer(UUID recordId, String processId) {
        items.unresolved(recordId).stream()
                .filter(item -> processId.equals(item.processId()))
                .forEach(this::resolve);
    }

    @Transactional(TxType.MANDATORY)
    void raiseForMessage(@Observes MessageParked parked) {
        var message = parked.message();
        if (message.organisationId() == null) {
            LOG.errorf("Message %s of no organisation is given up: %s", message.id(), parked.cause());
            return;
        }
        actors.as(Actor.system(message.organisationId(), "Outbox"), () -> {
            var item = items.find(AttentionItem.reference(message.id())).orElseGet(() -> {
                var process = bindings.of(message.recordId()).stream()
                        .filter(binding -> !binding.called())
                        .map(ProcessBindings.Binding::processId)
                        .findFirst()
                        .orElse(null);
                var made = new AttentionItem(message.id(), message.recordId(), message.channel(), process);
                made.name(owners.nameOf(process, message.recordId()).orElse(null), null);
                return made;
            });
            raise(item, parked.cause(), message.attempts() + 1);
        });
    }

    private void raise(AttentionItem item, String cause, int failures) {
        item.failed(cause, failures);
        items.store(item);
        var details = new HashMap<String, Object>(
                Map.of("what", item.what(), "recordId", item.recordId(), "failures", failures));
        if (item.elementId() != null) {
            details.put("elementId", item.elementId());
        }
        audit.record(AuditAction.ATTENTION_RAISED, item.id(), details);
    }

    private void resolve(AttentionItem item) {
        if (item.state() != AttentionItem.State.RESOLVED) {
            item.resolve();
            audit.record(AuditAction.ATTENTION_RESOLVED, item.id(), Map.of("what", item.what()));
        }
    }

    Delivery delivery(AttentionItem item) {
        try {
            return json.readValue(item.delivery(), Delivery.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected a job in attention item " + item.id(), e);
        }
    }

    private String write(Delivery job) {
        try {
            return json.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected a job that can be written as JSON", e);
        }
    }
}
