package org.partnerflow.outbox;

/** The other side is overloaded and has refused the message: fewer are sent at once for a while. */
public class ChannelBusy extends RuntimeException {
    public ChannelBusy(String message, Throwable cause) {
        super(message, cause);
    }
}
