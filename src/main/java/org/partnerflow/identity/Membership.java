package org.partnerflow.identity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
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
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Role;

/**
 * A person in an organisation, with roles. Somebody who is only invited has not accepted yet: they cannot work there, and the
 * organisation sees what it invited, not whose log-in that is.
 */
@Entity
@Table(name = "membership")
public class Membership {
    @Id
    UUID id = Ids.next();

    @Column(name = "user_id", updatable = false)
    UUID userId;

    @Column(name = "organisation_id", updatable = false)
    UUID organisationId;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 200)
    @CollectionTable(name = "membership_role", joinColumns = @JoinColumn(name = "membership_id"))
    @Column(name = "role_name")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Version
    private int version;

    private boolean active = true;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    @Column(name = "invited_name")
    private @Nullable String invitedName;

    @Column(name = "invited_email")
    private @Nullable String invitedEmail;

    protected Membership() {}

    /** Adds roles of the kind that the member is of; nobody is staff, a partner and a customer at once. */
    void grant(Set<Role> added, String name) {
        kind().filter(mine -> added.stream().anyMatch(role -> role.kind() != mine))
                .ifPresent(mine -> {
                    throw Problems.refused(
                            "%s is %s here. One log-in is never staff, a partner or a customer at the same time: use another address."
                                    .formatted(name, inWords(mine)));
                });
        roles.addAll(added);
    }

    /** Replaces roles of staff by others of staff. */
    void setStaffRoles(Set<Role> wanted) {
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }

    /** Refuses to invite, or to give anything, before they are enabled again. */
    void expectActive(String name) {
        if (!active) {
            throw Problems.refused("%s is disabled here. Enable the user first.".formatted(name));
        }
    }

    /** Who has not accepted yet is called as they were invited last. */
    void invitedAs(String name, String email) {
        if (acceptedAt == null) {
            invitedName = name;
            invitedEmail = email;
        }
    }

    void accept(Instant at) {
        if (acceptedAt == null) {
            acceptedAt = at;
            invitedName = null;
            invitedEmail = null;
        }
    }

    void enable() {
        active = true;
    }

    void disable() {
        active = false;
    }

    Optional<Actor.Kind> kind() {
        return roles.stream().map(Role::kind).min(Enum::compareTo);
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** False when somebody of the organisation has disabled them here; elsewhere they go on. */
    public boolean active() {
        return active;
    }

    /** False as long as they are only invited. */
    public boolean accepted() {
        return acceptedAt != null;
    }

    /** Whether the person may work in the organisation. */
    boolean usable() {
        return active && accepted();
    }

    @Nullable
    String invitedName() {
        return invitedName;
    }

    @Nullable
    String invitedEmail() {
        return invitedEmail;
    }

    static String inWords(Actor.Kind kind) {
        return switch (kind) {
            case STAFF -> "a member of staff";
            case PARTNER -> "a partner user";
            case CUSTOMER -> "a customer";
            default -> "nobody";
        };
    }
}
