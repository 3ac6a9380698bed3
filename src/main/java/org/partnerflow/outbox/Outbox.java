package org.partnerflow.outbox;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Ids;

/** Where messages to other systems wait until the transaction that wrote them has committed. */
@ApplicationScoped
public class Outbox {
    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    /**
     * Appends a message in the caller's transaction and returns its id.
     *
     * @param channel the name of an {@link OutboxChannel}
     * @param recordId what the message is about
     * @param payload written as JSON
     */
    @Transactional(TxType.MANDATORY)
    public UUID append(String channel, UUID recordId, Object payload) {
        var id = Ids.next();
        var organisation = actors.current().organisationId();
        var now = clock.instant();
        entities.createNativeQuery("""
                        insert into outbox_message
                            (id, organisation_id, channel, record_id, payload, created_at, next_attempt_at, attempts)
                        values (:id, :organisation, :channel, :record, :payload, :now, :now, 0)""")
                .setParameter("id", id)
                .setParameter("organisation", organisation)
                .setParameter("channel", channel)
                .setParameter("record", recordId)
                .setParameter("payload", text(payload))
                .setParameter("now", now)
                .executeUpdate();
        return id;
    }

    private String text(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected a payload that can be written as JSON", e);
        }
    }
}
