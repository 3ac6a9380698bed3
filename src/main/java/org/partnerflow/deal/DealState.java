package org.partnerflow.deal;

/** Whether a deal is being worked on, or how it ended. */
public enum DealState {
    OPEN,
    WON,
    LOST
}
