package org.partnerflow.lead.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.OrganisationRecord;

/** Partner users, or queues, that get leads in turn. Its row is locked while a turn is given away. */
@Entity
@Table(name = "assignment_group")
public class AssignmentGroup extends OrganisationRecord {
    public enum Kind {
        PARTNER_USERS,
        QUEUES
    }

    private String name;

    /** What makes the name unique. */
    @Column(name = "name_key")
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    protected AssignmentGroup() {}

    AssignmentGroup(String name, Kind kind) {
        this.kind = kind;
        rename(name);
    }

    final void rename(String newName) {
        name = newName;
        nameKey = NormalForm.key(newName);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }
}
