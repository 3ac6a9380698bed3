package org.partnerflow.outbox;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Ids;

/** Where messages to other systems wait until the transaction that wrote them has committed. Each is sent at least once. */
@ApplicationScoped
public class Outbox {
    @Inject
    OutboxTable table;

    @Inject
    OutboxSender sender;

    @Inject
    OutboxConfig config;

    @Inject
    Actors actors;

    @Inject
    ObjectMapper json;

    @Inject
    TransactionSynchronizationRegistry transactions;

    /**
     * Appends a message in the caller's transaction. The messages of one record in one channel are sent one after the other, in the
     * order of their transactions; those of two transactions at the same time may overlap.
     *
     * @param messageId a new one
     * @param channel the name of an {@link OutboxChannel}
     * @param recordId what the message is about
     * @param payload written as JSON
     * @throws IllegalArgumentException when the payload cannot be written as JSON
     */
    @Transactional(TxType.MANDATORY)
    public void append(UUID messageId, String channel, UUID recordId, Object payload) {
        boolean atOnce = sender.takesOver(channel) && !isWaiting(channel, recordId);
        append(message(messageId, channel, recordId, payload), atOnce);
    }

    /** As {@link #append}, with a new id, which is returned. */
    @Transactional(TxType.MANDATORY)
    public UUID append(String channel, UUID recordId, Object payload) {
        var messageId = Ids.next();
        append(messageId, channel, recordId, payload);
        return messageId;
    }

    /** As {@link #append}, where it does no harm when the message overtakes earlier ones of its record. */
    @Transactional(TxType.MANDATORY)
    public UUID appendUnordered(String channel, UUID recordId, Object payload) {
        var message = message(Ids.next(), channel, recordId, payload);
        append(message, sender.takesOver(channel));
        return message.id();
    }

    private OutboxMessage message(UUID id, String channel, UUID recordId, Object payload) {
        return new OutboxMessage(
                id, actors.current().organisationId(), channel, recordId, json.valueToTree(payload), 0, null);
    }

    private void append(OutboxMessage message, boolean atOnce) {
        if (atOnce) {
            table.insertTaken(message, config.lease());
            afterCommit(() -> sender.takeOver(message));
        } else {
            table.insert(message);
            afterCommit(() -> sender.lookFor(message.recordId()));
        }
    }

    /** Sends a parked message again, after the commit. False if it is not parked (any more). */
    @Transactional(TxType.MANDATORY)
    public boolean retry(UUID messageId) {
        afterCommit(sender::look);
        return table.unpark(messageId);
    }

    /** Whether something about this record has still to be sent in the channel: pages show it as "queued". */
    @Transactional
    public boolean isWaiting(String channel, UUID recordId) {
        return !table.earlier(channel, recordId).stream().allMatch(sender::hasArrived);
    }

    private void afterCommit(Runnable then) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // the message is written already
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    then.run();
                }
            }
        });
    }
}
