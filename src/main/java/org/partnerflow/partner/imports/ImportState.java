package org.partnerflow.partner.imports;

/** How far an import is. */
public enum ImportState {
    UPLOADED,
    CHECKING,
    CHECKED,
    IMPORTING,
    DONE
}
