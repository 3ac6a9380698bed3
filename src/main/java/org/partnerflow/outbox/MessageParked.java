package org.partnerflow.outbox;

/**
 * Fired in the transaction that gives up a message after too many failures; {@link Outbox#retry} sends it again.
 *
 * @param cause of the last failure
 */
public record MessageParked(OutboxMessage message, String cause) {}
