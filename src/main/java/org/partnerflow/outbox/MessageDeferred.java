package org.partnerflow.outbox;

/** The other side cannot take this one message just now, and takes others: it is tried again for hours, and then parked. */
public class MessageDeferred extends RuntimeException {
    public MessageDeferred(String message, Throwable cause) {
        super(message, cause);
    }
}
