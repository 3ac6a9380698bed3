package org.partnerflow.portal;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.IdentityConfig;
import org.partnerflow.identity.Invitations;

/** The steps of the processes {@code portal-invitation} and {@code partner-onboarding}. */
@ApplicationScoped
class InvitationService {
    @Inject
    PartnerUserRecords partners;

    @Inject
    PortalSettingsService settings;

    @Inject
    InvitationMails mails;

    @Inject
    Invitations invitations;

    @Inject
    IdentityConfig identity;

    @Inject
    Processes processes;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Whether the invitation may go out, or has gone out: the partner user is allocated and the mail "partner added" is on. */
    @Transactional
    boolean mayInvite(UUID id) {
        var partner = partners.require(id);
        return partner.state() != PartnerUserState.WAITING || waitsFor(partner).isEmpty();
    }

    Set<WaitsFor> waitsFor(PartnerUser partner) {
        return waitsFor(partner, settings.current());
    }

    static Set<WaitsFor> waitsFor(PartnerUser partner, PortalSettings settings) {
        var missing = EnumSet.noneOf(WaitsFor.class);
        if (partner.state() == PartnerUserState.WAITING) {
            if (partner.allocatedTo().isEmpty()) {
                missing.add(WaitsFor.ALLOCATION);
            }
            if (!settings.mailPartnerAdded()) {
                missing.add(WaitsFor.MAIL_PARTNER_ADDED);
            }
        }
        return missing;
    }

    /** Mails the invitation. Where it may not go out any more, the process is sent back to check again. */
    @Transactional
    void send(UUID id) {
        var partner = partners.locked(id);
        if (partner.state() != PartnerUserState.WAITING) {
            return;
        }
        if (!waitsFor(partner).isEmpty()) {
            processes.publish(PartnerUserService.SEND_AGAIN, id, Map.of());
            return;
        }
        var now = clock.instant();
        partner.invited(invitations.invite(partner.userId()), now, now.plus(identity.invitationValid()));
        mails.invite(partner);
        audit.record(AuditAction.PARTNER_USER_INVITED, id, Map.of("email", partner.email()));
    }

    /** Mails the same link once more. */
    @Transactional
    void remind(UUID id) {
        var partner = partners.locked(id);
        if (partner.state() != PartnerUserState.INVITED) {
            return;
        }
        partner.reminded(clock.instant());
        mails.remind(partner);
        audit.record(AuditAction.PARTNER_USER_REMINDED, id, Map.of("email", partner.email()));
    }

    /** Makes the unanswered invitation useless. An answer that came at the last moment counts. */
    @Transactional
    void expire(UUID id) {
        var partner = partners.locked(id);
        if (partner.state() == PartnerUserState.ACCEPTED) {
            activate(id);
        } else if (partner.state() == PartnerUserState.INVITED) {
            partner.expire();
            invitations.revoke(partner.userId());
            audit.record(AuditAction.PARTNER_USER_INVITATION_EXPIRED, id, Map.of());
        }
    }

    @Transactional
    void activate(UUID id) {
        var partner = partners.locked(id);
        if (partner.state() == PartnerUserState.ACCEPTED) {
            partner.activate();
            audit.record(AuditAction.PARTNER_USER_ACTIVATED, id, Map.of());
        }
    }
}
