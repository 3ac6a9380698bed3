package org.partnerflow.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;

/** A contact of a partner account who has, or is to get, a log-in to the portal. */
@Entity
@Table(name = "partner_user")
class PartnerUser extends OrganisationRecord {
    @Column(name = "contact_id", updatable = false)
    private UUID contactId;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(name = "user_id")
    private UUID userId;

    /** The same as {@link #userId} until the partner user is removed: a user is a partner user once at a time. */
    @Column(name = "present_user_id")
    private @Nullable UUID presentUserId;

    private String name;

    /** The one that was invited. Where mails go, the membership knows: whoever has accepted moves their log-in themselves. */
    private String email;

    @Enumerated(EnumType.STRING)
    private PartnerUserState state = PartnerUserState.WAITING;

    @ElementCollection
    @CollectionTable(name = "partner_user_allocation", joinColumns = @JoinColumn(name = "partner_user_id"))
    @OrderColumn(name = "list_position")
    @BatchSize(size = 100)
    @Column(name = "user_id")
    private List<UUID> allocatedTo = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "partner_notification", joinColumns = @JoinColumn(name = "partner_user_id"))
    @Column(name = "notification")
    @Enumerated(EnumType.STRING)
    private Set<PortalNotification> notifications = EnumSet.noneOf(PortalNotification.class);

    @Column(name = "invitation_id")
    private @Nullable UUID invitationId;

    @Column(name = "invited_at")
    private @Nullable Instant invitedAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "reminded_at")
    private @Nullable Instant remindedAt;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    protected PartnerUser() {}

    PartnerUser(UUID contactId, UUID accountId, UUID userId, String name, String email) {
        this.contactId = contactId;
        this.accountId = accountId;
        this.userId = userId;
        this.presentUserId = userId;
        this.name = name;
        this.email = email;
    }

    /** Says whose partner this is; with nobody, invitations wait. */
    void allocate(List<UUID> users) {
        refuseWhenRemoved();
        pass(users);
    }

    /** As {@link #allocate}, of removed ones too: somebody they are allocated to has left. */
    void pass(List<UUID> users) {
        allocatedTo.clear();
        allocatedTo.addAll(users);
    }

    void invited(UUID invitation, Instant at, Instant until) {
        if (state != PartnerUserState.WAITING) {
            throw Problems.conflict(
                    "Expected a partner user who waits for an invitation, but %s is %s.".formatted(name, state));
        }
        state = PartnerUserState.INVITED;
        invitationId = invitation;
        invitedAt = at;
        expiresAt = until;
        remindedAt = null;
    }

    void reminded(Instant at) {
        remindedAt = at;
    }

    /** Takes the open or expired invitation back, so that another one can go out. */
    void sendAgain() {
        refuseWhenRemoved();
        if (state == PartnerUserState.WAITING) {
            throw Problems.conflict("The invitation of %s has not gone out yet.".formatted(name));
        }
        if (state != PartnerUserState.INVITED && state != PartnerUserState.EXPIRED) {
            throw Problems.conflict("%s has accepted the invitation already.".formatted(name));
        }
        state = PartnerUserState.WAITING;
        invitationId = null;
    }

    void accepted(Instant at) {
        state = PartnerUserState.ACCEPTED;
        acceptedAt = at;
        invitationId = null;
    }

    void activate() {
        state = PartnerUserState.ACTIVE;
    }

    void expire() {
        state = PartnerUserState.EXPIRED;
        invitationId = null;
    }

    void remove(Instant at) {
        refuseWhenRemoved();
        state = PartnerUserState.REMOVED;
        presentUserId = null;
        invitationId = null;
        removedAt = at;
    }

    /** Why they have never logged in, in a sentence; empty if they have, as a completed invitation counts as the first log-in. */
    Optional<String> unanswered() {
        return switch (state) {
            case ACCEPTED, ACTIVE -> Optional.empty();
            case WAITING ->
                Optional.of((allocatedTo.isEmpty()
                                ? "%s is allocated to nobody and has not been invited yet."
                                : "The invitation of %s has not gone out yet.")
                        .formatted(name));
            case INVITED -> Optional.of("%s has not accepted the invitation yet.".formatted(name));
            case EXPIRED -> Optional.of("The invitation of %s has expired.".formatted(name));
            case REMOVED -> Optional.of("%s is no partner user any more.".formatted(name));
        };
    }

    void rename(String newName) {
        name = newName;
    }

    /** Invites another person in place of the one who has not accepted: an address is somebody's, and the contact's is another now. */
    void invite(UUID person, String address) {
        if (!isOpen()) {
            throw Problems.conflict(
                    "Expected a partner user who has not accepted yet, but %s is %s.".formatted(name, state));
        }
        userId = person;
        presentUserId = person;
        email = address;
    }

    /** Whether nobody has accepted yet, so that another person can still be invited. */
    boolean isOpen() {
        return state == PartnerUserState.WAITING
                || state == PartnerUserState.INVITED
                || state == PartnerUserState.EXPIRED;
    }

    void choose(Set<PortalNotification> chosen) {
        notifications.retainAll(chosen);
        notifications.addAll(chosen);
    }

    void refuseWhenRemoved() {
        if (state == PartnerUserState.REMOVED) {
            throw Problems.conflict(
                    "%s was removed from the portal. Enable the contact as a partner user again.".formatted(name));
        }
    }

    UUID contactId() {
        return contactId;
    }

    UUID accountId() {
        return accountId;
    }

    UUID userId() {
        return userId;
    }

    String name() {
        return name;
    }

    /** The address that was invited. */
    String email() {
        return email;
    }

    PartnerUserState state() {
        return state;
    }

    /** Members of staff, the first is the main one. */
    List<UUID> allocatedTo() {
        return List.copyOf(allocatedTo);
    }

    Set<PortalNotification> notifications() {
        return Set.copyOf(notifications);
    }

    /** The invitation that can be answered now; null when there is none. */
    @Nullable
    UUID invitationId() {
        return invitationId;
    }

    @Nullable
    Instant invitedAt() {
        return invitedAt;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant remindedAt() {
        return remindedAt;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    Instant removedAt() {
        return removedAt;
    }
}
