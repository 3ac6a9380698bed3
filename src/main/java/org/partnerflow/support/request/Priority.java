package org.partnerflow.support.request;

/** How urgent a request is, the least urgent first. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
