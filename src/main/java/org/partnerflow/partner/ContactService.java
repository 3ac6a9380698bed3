package org.partnerflow.partner;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.search.DuplicateFinder;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;

/** Makes, changes and shows contacts. */
@ApplicationScoped
public class ContactService {
    @Inject
    Contacts contacts;

    @Inject
    Accounts accounts;

    @Inject
    Picklists picklists;

    @Inject
    ContactIndex index;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    DuplicateFinder finder;

    @Inject
    Event<ContactChanged> changed;

    /** Makes a contact, unless another one is likely the same person (409), and that one was not seen yet. */
    @Transactional
    public UUID create(ContactForm form, Set<UUID> seenDuplicates) {
        finder.alone(ContactIndex.CONTACT);
        var account = accounts.findByIdOptional(form.accountId())
                .orElseThrow(() -> Problems.invalid("accountId", "Expected a partner account of this organisation."));
        var contact =
                new PartnerContact(form, status(form, null), account.form().country());
        pickTypes(form, null);
        ask(contact, null, account, seenDuplicates);
        contacts.persistAndFlush(contact);
        index.put(contact, account);
        audit.record(
                AuditAction.CONTACT_ADDED, contact.id(), Map.of("name", contact.name(), "account", account.name()));
        return contact.id();
    }

    @Transactional
    public void change(UUID id, int seenVersion, ContactForm form, Set<UUID> seenDuplicates) {
        gate.close(); // with another address, somebody who was invited may leave
        var contact = contacts.locked(id);
        var before = contact.form();
        if (contact.version() != seenVersion) {
            throw Problems.stale(seenVersion, contact.version(), Differences.between(before, form));
        }
        if (!before.accountId().equals(form.accountId())) {
            throw Problems.invalid("accountId", "Expected the account that the contact belongs to.");
        }
        pickTypes(form, before);
        var account = accounts.require(contact.accountId());
        contact.change(form, status(form, before.statusId()), account.form().country());
        ask(contact, before, account, seenDuplicates);
        index.put(contact, account);
        audit.record(AuditAction.CONTACT_CHANGED, id, Differences.asDetails(before, contact.form()));
        changed.fire(new ContactChanged(id, contact.name(), contact.email()));
        contacts.flush();
    }

    @Transactional
    Page<ContactView> list(@Nullable UUID accountId, @Nullable String text, @Nullable ListKey after, int limit) {
        var page = Page.of(contacts.page(accountId, text, after, limit + 1), limit, contact -> new ListKey(
                        contact.lastName(), contact.id())
                .toString());
        return new Page<>(views(page.items()), page.next());
    }

    @Transactional
    ContactView read(UUID id) {
        return views(List.of(contacts.require(id))).getFirst();
    }

    private void ask(
            PartnerContact contact, @Nullable ContactForm before, PartnerAccount account, Set<UUID> seenDuplicates) {
        finder.ask(
                ContactIndex.document(contact, account),
                before == null ? null : ContactIndex.document(contact, before, account),
                seenDuplicates,
                "There may be a contact for this person already. Open it, or say that this is another person.");
    }

    private UUID status(ContactForm form, @Nullable UUID former) {
        return form.statusId() != null && form.statusId().equals(former)
                ? former
                : Optional.ofNullable(picklists.pick(Picklist.CONTACT_STATUS, "statusId", form.statusId()))
                        .orElseThrow()
                        .id();
    }

    private void pickTypes(ContactForm form, @Nullable ContactForm former) {
        if (former == null || !Objects.equals(form.partnerTypeId(), former.partnerTypeId())) {
            picklists.pick(Picklist.PARTNER_TYPE, "partnerTypeId", form.partnerTypeId());
        }
        if (former == null || !Objects.equals(form.practitionerTypeId(), former.practitionerTypeId())) {
            picklists.pick(Picklist.PRACTITIONER_TYPE, "practitionerTypeId", form.practitionerTypeId());
        }
    }

    private List<ContactView> views(List<PartnerContact> found) {
        var picked = picklists.all().stream().collect(Collectors.toMap(PicklistEntry::id, PicklistEntry::label));
        var names =
                accounts
                        .list(
                                "id in ?1",
                                found.stream().map(PartnerContact::accountId).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(PartnerAccount::id, PartnerAccount::name));
        return found.stream()
                .map(contact -> ContactView.from(contact, picked, names))
                .toList();
    }
}
