package org.partnerflow.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.outbox.MessageParked;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;

/** What needs the attention of a person: jobs and messages that keep failing. */
@ApplicationScoped
class Attention {
    private static final Logger LOG = Logger.getLogger(Attention.class);
    private static final String RECORD_TYPE = "attention";

    @Inject
    EntityManager entities;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    ObjectMapper json;

    @Transactional(TxType.MANDATORY)
    public void raiseForJob(Delivery job, String cause, int failures) {
        var item = find(AttentionItem.reference(job.key())).orElseGet(() -> new AttentionItem(job, write(job)));
        raise(item, cause, failures);
    }

    /** The job went well after all. */
    @Transactional(TxType.MANDATORY)
    public void resolveJob(long jobKey) {
        find(AttentionItem.reference(jobKey))
                .filter(item -> item.state() == AttentionItem.State.OPEN)
                .ifPresent(item -> {
                    item.resolve();
                    audit.record("attention.resolved", RECORD_TYPE, item.id(), Map.of("what", item.what()));
                });
    }

    @Transactional(TxType.MANDATORY)
    void raiseForMessage(@Observes MessageParked parked) {
        var message = parked.message();
        if (message.organisationId() == null) {
            LOG.errorf("Message %s of no organisation is given up: %s", message.id(), parked.cause());
            return;
        }
        actors.as(Actor.system(message.organisationId(), "Outbox"), () -> {
            var item = find(AttentionItem.reference(message.id()))
                    .orElseGet(() -> new AttentionItem(message.id(), message.recordId(), message.channel()));
            raise(item, parked.cause(), message.attempts() + 1);
        });
    }

    /** The open items of the organisation, or of one record, newest first. */
    @Transactional
    public Page<AttentionItem> open(@Nullable UUID recordId, @Nullable UUID after, int limit) {
        var found = entities.createQuery("""
                        from AttentionItem where state = OPEN and (:record is null or recordId = :record)
                            and (:after is null or id < :after)
                        order by id desc""", AttentionItem.class)
                .setParameter("record", recordId)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(List.copyOf(found), limit, item -> item.id().toString());
    }

    /** Notes that the current user tries an open item again, and returns it. A message counts as resolved by that. */
    @Transactional
    public AttentionItem retried(UUID id) {
        var item = get(id);
        item.expectOpen();
        if (item.kind() == AttentionItem.Kind.MESSAGE) {
            item.resolve();
        }
        audit.record("attention.retried", RECORD_TYPE, id, Map.of("what", item.what(), "recordId", item.recordId()));
        return item;
    }

    @Transactional
    public AttentionItem get(UUID id) {
        return Optional.ofNullable(entities.find(AttentionItem.class, id)).orElseThrow(() -> Problems.notFound("Item"));
    }

    Delivery delivery(AttentionItem item) {
        try {
            return json.readValue(item.delivery(), Delivery.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected a job in attention item " + item.id(), e);
        }
    }

    private void raise(AttentionItem item, String cause, int failures) {
        item.failed(cause, failures);
        entities.persist(item);
        audit.record(
                "attention.raised",
                RECORD_TYPE,
                item.id(),
                Map.of("what", item.what(), "recordId", item.recordId(), "failures", failures));
    }

    private Optional<AttentionItem> find(String reference) {
        return entities.createQuery("from AttentionItem where reference = :reference", AttentionItem.class)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst();
    }

    private String write(Delivery job) {
        try {
            return json.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected a job that can be written as JSON", e);
        }
    }
}
