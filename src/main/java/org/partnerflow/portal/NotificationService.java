package org.partnerflow.portal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** The notifications of the partner user who is logged in. */
@ApplicationScoped
class NotificationService {
    @Inject
    PartnerUserRecords partners;

    @Inject
    PortalSettingsService settings;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    /** What is offered, with whether it is on. */
    @Transactional
    Map<PortalNotification, Boolean> mine() {
        var on = me().notifications();
        var mine = new EnumMap<PortalNotification, Boolean>(PortalNotification.class);
        settings.current().offered().forEach(offered -> mine.put(offered, on.contains(offered)));
        return mine;
    }

    @Transactional
    void choose(Set<PortalNotification> on) {
        if (!settings.current().offered().containsAll(on)) {
            throw Problems.invalid("on", "Expected notifications that the organisation offers.");
        }
        var me = partners.lockedPresent(actors.current().user()).orElseThrow(() -> Problems.notFound("Partner user"));
        me.choose(on);
        audit.record(AuditAction.PARTNER_USER_NOTIFICATIONS_CHOSEN, me.id(), Map.of("on", on));
    }

    private PartnerUser me() {
        return partners.present(actors.current().user()).orElseThrow(() -> Problems.notFound("Partner user"));
    }
}
