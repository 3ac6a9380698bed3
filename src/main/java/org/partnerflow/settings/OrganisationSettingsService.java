package org.partnerflow.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.CreationLock;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.HomeCountry;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Sql;

/** Reads and changes what holds for the whole organisation. One that never chose has the shipped settings. */
@ApplicationScoped
public class OrganisationSettingsService implements HomeCountry {
    @Inject
    EntityManager entities;

    @Inject
    Sql sql;

    @Inject
    Actors actors;

    @Inject
    CreationLock creation;

    @Inject
    AuditTrail audit;

    @Override
    @Transactional
    public String code() {
        return current().form().country();
    }

    /** Three letters (ISO 4217). */
    @Transactional
    public String currency() {
        return current().form().currency();
    }

    /** Asked while records are being changed: what is half changed must not be written for it. */
    @Transactional
    OrganisationSettings current() {
        return entities.createQuery("from OrganisationSettings", OrganisationSettings.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .orElseGet(OrganisationSettings::new);
    }

    @Transactional
    OrganisationSettings change(int seenVersion, OrganisationForm form) {
        var settings = locked();
        var before = settings.form();
        if (settings.version() != seenVersion) {
            throw Problems.stale(seenVersion, settings.version(), Differences.between(before, form));
        }
        settings.change(form);
        audit.record(
                AuditAction.ORGANISATION_SETTINGS_CHANGED,
                settings.id(),
                Differences.asDetails(before, settings.form()));
        entities.flush();
        return settings;
    }

    /** Keeps two first changes at once apart. */
    void lock() {
        creation.take("organisation-settings");
    }

    private OrganisationSettings locked() {
        lock();
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
