package org.partnerflow.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.CreationLock;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.Problems;

/** Reads and changes the settings of the portal. An organisation that never chose has the shipped ones. */
@ApplicationScoped
public class PortalSettingsService {
    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Inject
    CreationLock creation;

    @Inject
    AuditTrail audit;

    @Inject
    Event<InvitationMailTurnedOn> turnedOn;

    /** The mail "partner added" was off and is on now; observed in the same transaction. */
    record InvitationMailTurnedOn() {}

    @Transactional
    PortalSettings current() {
        return entities.createQuery("from PortalSettings", PortalSettings.class)
                .getResultStream()
                .findFirst()
                .orElseGet(PortalSettings::shipped);
    }

    /** Whether a lead that a partner enters is theirs. */
    @Transactional
    public boolean partnersKeepTheirLeads() {
        return current().partnersKeepTheirLeads();
    }

    @Transactional
    PortalSettings change(int seenVersion, PortalSettingsForm form) {
        var settings = locked();
        var before = settings.form();
        if (settings.version() != seenVersion) {
            throw Problems.stale(seenVersion, settings.version(), Differences.between(before, form));
        }
        settings.change(form);
        audit.record(
                AuditAction.PORTAL_SETTINGS_CHANGED, settings.id(), Differences.asDetails(before, settings.form()));
        if (form.mailPartnerAdded() && !before.mailPartnerAdded()) {
            turnedOn.fire(new InvitationMailTurnedOn());
        }
        entities.flush();
        return settings;
    }

    /** Keeps two first changes at once apart. */
    private PortalSettings locked() {
        creation.take("portal-settings");
        var settings = current();
        if (entities.contains(settings)) {
            entities.refresh(settings);
        } else {
            entities.persist(settings);
            entities.flush();
        }
        return settings;
    }
}
