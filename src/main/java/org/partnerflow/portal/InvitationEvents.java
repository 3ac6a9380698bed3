package org.partnerflow.portal;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.Invitations;
import org.partnerflow.partner.ContactChanged;
import org.partnerflow.portal.PortalSettingsService.InvitationMailTurnedOn;

/** What the invitation of a partner user is told: that it was accepted, that mails are on again, that the contact has changed. */
@ApplicationScoped
class InvitationEvents {
    private static final String ACCEPTED = "portal-invitation.accepted";

    @Inject
    PartnerUserRecords partners;

    @Inject
    PartnerUserService service;

    @Inject
    InvitationMails mails;

    @Inject
    Processes processes;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The partner user has set a password. */
    @Transactional
    void accepted(@Observes Invitations.InvitationAccepted event) {
        partners.present(event.userId()).ifPresent(found -> {
            var partner = partners.locked(found.id());
            partner.accepted(clock.instant());
            audit.record("partner-user.accepted", "partner-user", partner.id(), Map.of());
            processes.publish(ACCEPTED, partner.id(), Map.of());
        });
    }

    @Transactional
    void release(@Observes InvitationMailTurnedOn event) {
        service.releaseWaiting();
    }

    /**
     * Keeps the partner user's name and, until the invitation is accepted, their address the same as the contact's. A link that was
     * mailed to the former address is useless from then on; another one is mailed to the new address.
     */
    @Transactional
    void follow(@Observes ContactChanged event) {
        partners.presentOfContact(event.contactId()).ifPresent(found -> {
            var partner = partners.locked(found.id());
            partner.rename(event.name());
            boolean open = partner.state() == PartnerUserState.WAITING
                    || partner.state() == PartnerUserState.INVITED
                    || partner.state() == PartnerUserState.EXPIRED;
            if (open && event.email() != null && !event.email().equals(partner.email())) {
                mails.moveTo(partner, event.email());
                if (partner.state() == PartnerUserState.INVITED) {
                    service.inviteAgain(partner.id());
                }
            }
        });
    }
}
