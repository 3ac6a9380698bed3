package org.partnerflow.partner;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.PersonName;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Texts;

/** A person of a partner account. */
@Entity
@Table(name = "partner_contact")
class PartnerContact extends OrganisationRecord {
    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private @Nullable String title;
    private @Nullable String email;
    private @Nullable PhoneNumber phone;

    @Column(name = "partner_type_id")
    private @Nullable UUID partnerTypeId;

    @Column(name = "status_id")
    private UUID statusId;

    @Column(name = "employer_partner")
    private boolean employerPartner;

    @Column(name = "practitioner_type_id")
    private @Nullable UUID practitionerTypeId;

    protected PartnerContact() {}

    PartnerContact(ContactForm form, UUID statusId, @Nullable String country) {
        accountId = form.accountId();
        change(form, statusId, country);
    }

    /**
     * Takes over what was entered, after checking it; the account stays.
     *
     * @param country of the account: a phone number without a country's code is of it
     */
    void change(ContactForm form, UUID status, @Nullable String country) {
        var name = PersonName.checked("", form.firstName(), form.lastName());
        firstName = name.first();
        lastName = name.last();
        title = Texts.optionalLine("title", form.title(), 100);
        email = form.email() == null || form.email().isBlank()
                ? null
                : EmailAddress.checked("email", form.email().strip());
        phone = PhoneNumber.changed("phone", phone, form.phone(), country);
        partnerTypeId = form.partnerTypeId();
        statusId = status;
        employerPartner = form.employerPartner();
        practitionerTypeId = form.practitionerTypeId();
    }

    ContactForm form() {
        return new ContactForm(
                accountId,
                firstName,
                lastName,
                title,
                email,
                PhoneNumber.shown(phone),
                partnerTypeId,
                statusId,
                employerPartner,
                practitionerTypeId);
    }

    UUID accountId() {
        return accountId;
    }

    String name() {
        return PersonName.full(firstName, lastName);
    }

    String lastName() {
        return lastName;
    }

    @Nullable
    String email() {
        return email;
    }

    Optional<PhoneNumber> phone() {
        return Optional.ofNullable(phone);
    }
}
