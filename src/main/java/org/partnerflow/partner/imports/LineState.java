package org.partnerflow.partner.imports;

/** What became of a line: first of the check, then of the import. */
public enum LineState {
    /** Not looked at yet. */
    WAITING,
    GOOD,
    /** Good, but there may be an account for this company, or an earlier line. */
    DUPLICATE,
    REFUSED,
    CREATED
}
