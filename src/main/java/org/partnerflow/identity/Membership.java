package org.partnerflow.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;

/** A user in an organisation, with roles. */
@Entity
@Table(name = "membership")
class Membership {
    @Id
    UUID id = Ids.next();

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "organisation_id")
    UUID organisationId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "membership_role", joinColumns = @JoinColumn(name = "membership_id"))
    @Column(name = "role_name")
    @Enumerated(EnumType.STRING)
    Set<Role> roles = EnumSet.noneOf(Role.class);

    protected Membership() {}

    Membership(UUID userId, UUID organisationId, Set<Role> roles) {
        this.userId = userId;
        this.organisationId = organisationId;
        this.roles.addAll(roles);
    }
}
