package org.partnerflow.portal;

import java.util.EnumSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

import org.partnerflow.shared.OrganisationRecord;

/** How the portal of an organisation works. */
@Entity
@Table(name = "portal_settings")
class PortalSettings extends OrganisationRecord {
    @Column(name = "portal_enabled")
    private boolean portalEnabled = true;

    @Column(name = "mail_partner_added")
    private boolean mailPartnerAdded = true;

    @Column(name = "mail_deal_shared")
    private boolean mailDealShared = true;

    @Column(name = "keep_partner_leads")
    private boolean partnersKeepTheirLeads = true;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "portal_notification_offer", joinColumns = @JoinColumn(name = "settings_id"))
    @Column(name = "notification")
    @Enumerated(EnumType.STRING)
    private Set<PortalNotification> offered = EnumSet.allOf(PortalNotification.class);

    protected PortalSettings() {}

    static PortalSettings shipped() {
        return new PortalSettings();
    }

    void change(PortalSettingsForm form) {
        mailPartnerAdded = form.mailPartnerAdded();
        mailDealShared = form.mailDealShared();
        if (form.partnersKeepTheirLeads() != null) {
            partnersKeepTheirLeads = form.partnersKeepTheirLeads();
        }
        offered.retainAll(form.notifications());
        offered.addAll(form.notifications());
    }

    PortalSettingsForm form() {
        return new PortalSettingsForm(mailPartnerAdded, mailDealShared, partnersKeepTheirLeads, Set.copyOf(offered));
    }

    boolean portalEnabled() {
        return portalEnabled;
    }

    boolean mailPartnerAdded() {
        return mailPartnerAdded;
    }

    boolean mailDealShared() {
        return mailDealShared;
    }

    boolean partnersKeepTheirLeads() {
        return partnersKeepTheirLeads;
    }

    Set<PortalNotification> offered() {
        return Set.copyOf(offered);
    }
}
