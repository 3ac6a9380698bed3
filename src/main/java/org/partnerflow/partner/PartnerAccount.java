package org.partnerflow.partner;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** An outside organisation that works with us. */
@Entity
@Table(name = "partner_account")
class PartnerAccount extends OrganisationRecord {
    private String name;

    @Column(name = "type_id")
    private @Nullable UUID typeId;

    @Column(name = "status_id")
    private UUID statusId;

    @Column(name = "employer_partner")
    private boolean employerPartner;

    private @Nullable String website;
    private @Nullable PhoneNumber phone;
    private @Nullable String street;
    private @Nullable String town;

    @Column(name = "state_name")
    private @Nullable String state;

    private @Nullable String postcode;
    private @Nullable String country;
    private @Nullable String notes;

    @Column(name = "owner_user_id")
    private UUID ownerUserId;

    @Column(name = "partner_enabled_at")
    private @Nullable Instant partnerEnabledAt;

    protected PartnerAccount() {}

    PartnerAccount(AccountForm form, UUID statusId, UUID ownerUserId) {
        change(form, statusId, ownerUserId);
    }

    /** Takes over what was entered, after checking it. */
    void change(AccountForm form, UUID status, UUID owner) {
        name = Texts.line("name", form.name(), 200);
        typeId = form.typeId();
        statusId = status;
        employerPartner = form.employerPartner();
        website = WebAddress.checked("website", form.website());
        phone = PhoneNumber.changed("phone", phone, form.phone(), form.country());
        street = Texts.optionalLine("street", form.street(), 200);
        town = Texts.optionalLine("town", form.town(), 100);
        state = Texts.optionalLine("state", form.state(), 100);
        postcode = Texts.optionalLine("postcode", form.postcode(), 20);
        country = Texts.optionalLine("country", form.country(), 100);
        notes = Texts.optionalLines("notes", form.notes(), 5000);
        ownerUserId = owner;
    }

    void giveTo(UUID owner) {
        ownerUserId = owner;
    }

    void enableAsPartner(Instant at) {
        if (partnerEnabledAt != null) {
            throw Problems.conflict("%s is enabled as a partner already.".formatted(name));
        }
        partnerEnabledAt = at;
    }

    AccountForm form() {
        return new AccountForm(
                name,
                typeId,
                statusId,
                employerPartner,
                website,
                PhoneNumber.shown(phone),
                street,
                town,
                state,
                postcode,
                country,
                notes,
                ownerUserId);
    }

    String name() {
        return name;
    }

    UUID ownerUserId() {
        return ownerUserId;
    }

    /** Null as long as the account is not enabled as a partner. */
    @Nullable
    Instant partnerEnabledAt() {
        return partnerEnabledAt;
    }
}
