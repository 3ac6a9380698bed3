package org.partnerflow.portal;

/** What a partner user can be told by mail. The organisation picks which of them partners may turn on. */
public enum PortalNotification {
    DEAL_MOVED,
    DEAL_CLOSED,
    NOTE_SHARED
}
