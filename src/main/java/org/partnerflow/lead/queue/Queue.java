package org.partnerflow.lead.queue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

import org.hibernate.annotations.BatchSize;

import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.OrganisationRecord;

/** Leads that wait until one of its members, partner users, takes them. */
@Entity
@Table(name = "lead_queue")
public class Queue extends OrganisationRecord {
    private String name;

    /** What makes the name unique. */
    @Column(name = "name_key")
    private String nameKey;

    private String description;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 100)
    @CollectionTable(name = "lead_queue_member", joinColumns = @JoinColumn(name = "queue_id"))
    @Column(name = "partner_user_id")
    private Set<UUID> members = new HashSet<>();

    protected Queue() {}

    Queue(String name, String description) {
        describe(name, description);
    }

    final void describe(String newName, String newDescription) {
        name = newName;
        nameKey = NormalForm.key(newName);
        description = newDescription;
    }

    void setMembers(Set<UUID> partnerUsers) {
        members.retainAll(partnerUsers);
        members.addAll(partnerUsers);
    }

    public boolean hasMember(UUID partnerUserId) {
        return members.contains(partnerUserId);
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** The partner users who see its leads. */
    public Set<UUID> members() {
        return Set.copyOf(members);
    }
}
