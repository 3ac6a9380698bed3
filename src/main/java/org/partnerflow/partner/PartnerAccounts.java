package org.partnerflow.partner;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.PersonName;
import org.partnerflow.shared.Problems;

/** What other packages may know of partner accounts and their contacts, always of the current organisation. */
@ApplicationScoped
public class PartnerAccounts {
    @Inject
    Accounts accounts;

    @Inject
    Contacts contacts;

    /** @param partner whether the account is enabled as a partner */
    public record Account(UUID id, String name, UUID ownerUserId, boolean partner) {
        static Account from(PartnerAccount account) {
            return new Account(account.id(), account.name(), account.ownerUserId(), account.partnerEnabledAt() != null);
        }
    }

    public record Contact(
            UUID id,
            UUID accountId,
            @Nullable String firstName,
            String lastName,
            @Nullable String title,
            @Nullable String email,
            @Nullable String phone) {
        public String name() {
            return PersonName.full(firstName, lastName);
        }

        static Contact from(PartnerContact contact) {
            var form = contact.form();
            return new Contact(
                    contact.id(),
                    form.accountId(),
                    form.firstName(),
                    form.lastName(),
                    form.title(),
                    form.email(),
                    form.phone());
        }
    }

    @Transactional
    public Optional<Account> find(UUID id) {
        return accounts.findByIdOptional(id).map(Account::from);
    }

    @Transactional
    public Account require(UUID id) {
        return find(id).orElseThrow(() -> Problems.notFound("Partner account"));
    }

    @Transactional
    public List<Account> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : accounts.list("id in ?1", Set.copyOf(ids)).stream()
                        .map(Account::from)
                        .toList();
    }

    @Transactional
    public Contact requireContact(UUID id) {
        return Contact.from(contacts.require(id));
    }
}
