package org.partnerflow.partner;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.search.SearchDocument;
import org.partnerflow.search.SearchIndex;
import org.partnerflow.search.match.Described.Kind;
import org.partnerflow.shared.PersonName;
import org.partnerflow.shared.PhoneNumber;

/** Knows how contacts are found: by what they are called, by their address and number, and by their account. */
@ApplicationScoped
class ContactIndex {
    static final String CONTACT = "contact";

    @Inject
    Contacts contacts;

    @Inject
    SearchIndex index;

    /** Contacts are found by the name that their account has now. */
    void accountChanged(PartnerAccount account) {
        var documents = contacts.ofAccount(account.id()).stream()
                .map(contact -> document(contact, account))
                .toList();
        index.putAll(documents);
    }

    void put(PartnerContact contact, PartnerAccount account) {
        index.putAll(List.of(document(contact, account)));
    }

    static SearchDocument document(PartnerContact contact, PartnerAccount account) {
        return document(contact, contact.form(), account);
    }

    static SearchDocument document(PartnerContact contact, ContactForm form, PartnerAccount account) {
        var country = account.form().country();
        var phone = PhoneNumber.parse(form.phone(), country)
                .flatMap(PhoneNumber::e164)
                .orElse(form.phone());
        return new SearchDocument(
                CONTACT,
                contact.id(),
                Kind.PERSON,
                PersonName.full(form.firstName(), form.lastName()),
                account.name(),
                null,
                form.email(),
                phone,
                AccountDuplicates.place(account.form()));
    }
}
