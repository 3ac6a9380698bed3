package org.partnerflow.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Texts;

/** One value of a picklist. A value that is no longer wanted is retired, so that records keep it. */
@Entity
@Table(name = "picklist_entry")
class PicklistEntry extends OrganisationRecord {
    private static final int LONGEST = 100;

    @Enumerated(EnumType.STRING)
    @Column(name = "list_name")
    private Picklist list;

    private String label;

    /** What makes the label unique in its list. */
    @Column(name = "label_key")
    private String labelKey;

    @Column(name = "list_position")
    private int position;

    private boolean preset;
    private boolean active = true;

    protected PicklistEntry() {}

    PicklistEntry(Picklist list, String label, int position, boolean preset) {
        this.list = list;
        label(label);
        this.position = position;
        this.preset = preset;
    }

    void change(String newLabel, boolean nowActive) {
        label(newLabel);
        active = nowActive || preset;
    }

    private void label(String typed) {
        label = Texts.line("label", typed, LONGEST);
        labelKey = NormalForm.key(label);
    }

    /** Whether {@code typed} is this label as people see it. */
    boolean isCalled(String typed) {
        return labelKey.equals(NormalForm.key(typed));
    }

    Picklist list() {
        return list;
    }

    String label() {
        return label;
    }

    int position() {
        return position;
    }

    /** The value that a new record gets. */
    boolean preset() {
        return preset;
    }

    boolean active() {
        return active;
    }
}
