package org.partnerflow.outbox;

/** The other side cannot be reached: nothing is sent for a while, then one message is tried. */
public class ChannelDown extends RuntimeException {
    private final boolean notSent;

    /** @param notSent whether it is certain that the message has not arrived */
    public ChannelDown(String message, Throwable cause, boolean notSent) {
        super(message, cause);
        this.notSent = notSent;
    }

    boolean notSent() {
        return notSent;
    }
}
