package org.partnerflow.portal;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.Invitations;
import org.partnerflow.partner.ContactChanged;
import org.partnerflow.portal.PortalSettingsService.InvitationMailTurnedOn;

/** What the invitation of a partner user is told: that it was accepted, that mails are on again, that the contact has changed. */
@ApplicationScoped
class InvitationEvents {
    static final String ACCEPTED = "portal-invitation.accepted";

    @Inject
    PartnerUserRecords partners;

    @Inject
    PartnerUserService service;

    @Inject
    Processes processes;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The partner user has accepted. */
    @Transactional
    void accepted(@Observes Invitations.InvitationAccepted event) {
        partners.lockedPresent(event.userId()).ifPresent(partner -> {
            partner.accepted(clock.instant());
            audit.record(AuditAction.PARTNER_USER_ACCEPTED, partner.id(), Map.of());
            processes.publish(ACCEPTED, partner.id(), Map.of());
        });
    }

    @Transactional
    void release(@Observes InvitationMailTurnedOn event) {
        service.releaseWaiting();
    }

    /**
     * Keeps the partner user's name the same as the contact's. Another address is another person: as long as nobody has accepted, the
     * former link dies and that person is invited. A log-in is never changed from here.
     */
    @Transactional
    void follow(@Observes ContactChanged event) {
        partners.lockedOfContact(event.contactId()).ifPresent(partner -> {
            partner.rename(event.name());
            if (partner.isOpen() && !partner.email().equals(event.email())) {
                service.inviteInstead(partner, event.email());
            }
        });
    }
}
