package org.partnerflow.deal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.search.SearchIndex;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Problems.Violation;

/** Begins, reads and edits deals. */
@ApplicationScoped
public class DealService {
    private static final int MOST_CONTACTS = 50;

    @Inject
    Deals deals;

    @Inject
    DealContacts contacts;

    @Inject
    DealAccess access;

    @Inject
    DealReader reader;

    @Inject
    DealParties parties;

    @Inject
    DealVersions versions;

    @Inject
    Processes processes;

    @Inject
    SearchIndex index;

    @Inject
    DealNotices notices;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** A deal with its contacts, just stored. */
    private record Begun(Deal deal, List<DealContact> contacts) {}

    /** Begins a deal on the current version of its workflow; its process brings it to the first stage. */
    @Transactional
    public UUID create(NewDeal form) {
        return begin(form).deal().id();
    }

    /** As {@link #create}; answers with the deal as its page shows it. */
    @Transactional
    DealView createAndView(NewDeal form) {
        var begun = begin(form);
        return reader.view(begun.deal(), begun.contacts(), List.of());
    }

    /** What a deal of this form lacks, field by field; empty when it can begin. */
    public List<Violation> missing(NewDeal form) {
        var deal = new Deal();
        var checks = new ArrayList<Runnable>();
        checks.add(() -> deal.describe(form.name(), form.value()));
        for (int i = 0; i < form.contacts().size(); i++) {
            var person = form.contacts().get(i);
            var field = "contacts[%d].".formatted(i);
            checks.add(() -> new DealContact(Ids.next(), person, field));
        }
        return Problems.violations(checks.toArray(Runnable[]::new));
    }

    /** Refuses (422) when a deal of this partner user would have no owner. */
    @Transactional
    public void expectOwnerFor(UUID partnerUserId) {
        parties.ableToOwn(parties.partner(partnerUserId));
    }

    private Begun begin(NewDeal form) {
        if (form.contacts().isEmpty() || form.contacts().size() > MOST_CONTACTS) {
            throw Problems.invalid(
                    "contacts",
                    "Expected 1 to %d contacts, each with first name, last name, email and phone."
                            .formatted(MOST_CONTACTS));
        }
        gate.pass();
        var workflow = versions.forNewDeal(form.workflowId());
        var version = DealVersions.Version.from(workflow.current());
        var deal = new Deal(version, parties.of(form), clock.instant());
        deal.describe(form.name(), form.value());
        deals.persist(deal);
        var people = new ArrayList<DealContact>();
        for (int i = 0; i < form.contacts().size(); i++) {
            people.add(new DealContact(deal.id(), form.contacts().get(i), "contacts[%d].".formatted(i)));
        }
        contacts.persist(people);
        index.put(DealSearch.document(deal, people));
        if (versions.isKnownToEngine(version)) {
            processes.start(workflow.processId(), deal.id(), Map.of());
        }
        audit.record(AuditAction.DEAL_CREATED, deal.id(), Map.of("name", deal.name(), "workflow", workflow.name()));
        notices.tellParties(deal, "added this deal.");
        return new Begun(deal, people);
    }

    @Transactional
    public Deal read(UUID id) {
        return access.read(id);
    }

    /** What is edited of a deal. */
    private record Facts(String name, @Nullable Money value, UUID ownerId) {
        static Facts of(Deal deal) {
            return new Facts(deal.name(), deal.value(), deal.ownerUserId());
        }
    }

    /** Changes name and value; staff may also give the deal to another owner. */
    @Transactional
    void edit(UUID id, int edition, String name, @Nullable Money value, @Nullable UUID ownerUserId) {
        if (ownerUserId != null) {
            gate.pass();
        }
        var deal = access.lockToEdit(id);
        var asked = new Facts(name.strip(), value, ownerUserId == null ? deal.ownerUserId() : ownerUserId);
        var before = Facts.of(deal);
        if (edition != deal.edition()) {
            throw Problems.stale(edition, deal.edition(), Differences.between(before, asked));
        }
        deal.describe(name, value);
        if (ownerUserId != null && !ownerUserId.equals(deal.ownerUserId())) {
            if (!actors.current().isStaff()) {
                throw Problems.invalid("ownerId", "Expected none: the owner is one of your brokers.");
            }
            deal.giveTo(parties.owner(ownerUserId));
            notices.tell(deal, ownerUserId, "gave you this deal.");
        }
        deal.edited();
        putIntoSearch(deal);
        audit.record(AuditAction.DEAL_EDITED, id, Differences.asDetails(before, Facts.of(deal)));
    }

    @Transactional
    List<DealContact> contacts(UUID dealId) {
        access.read(dealId);
        return contacts.ofDeal(dealId);
    }

    @Transactional
    DealContact addContact(UUID dealId, Person person) {
        var deal = access.lockToEdit(dealId);
        if (contacts.ofDeal(dealId).size() >= MOST_CONTACTS) {
            throw Problems.refused("A deal has at most %d contacts.".formatted(MOST_CONTACTS));
        }
        var contact = new DealContact(dealId, person, "");
        contacts.persist(contact);
        putIntoSearch(deal);
        audit.record(AuditAction.DEAL_CONTACT_ADDED, dealId, Map.of("contact", person.fullName()));
        return contact;
    }

    @Transactional
    DealContact editContact(UUID dealId, UUID contactId, Person person, int version) {
        var deal = access.lockToEdit(dealId);
        var contact = contact(dealId, contactId);
        contact.expectVersion(version);
        var before = contact.person();
        contact.become(person, "");
        contacts.flush();
        putIntoSearch(deal);
        var details = new LinkedHashMap<>(Differences.asDetails(before, contact.person()));
        details.put("contact", before.fullName());
        audit.record(AuditAction.DEAL_CONTACT_EDITED, dealId, details);
        return contact;
    }

    @Transactional
    void removeContact(UUID dealId, UUID contactId) {
        var deal = access.lockToEdit(dealId);
        var contact = contact(dealId, contactId);
        if (contacts.ofDeal(dealId).size() == 1) {
            throw Problems.refused("A deal has at least one contact. Add another one first.");
        }
        contacts.delete(contact);
        putIntoSearch(deal);
        audit.record(
                AuditAction.DEAL_CONTACT_REMOVED,
                dealId,
                Map.of("contact", contact.person().fullName()));
    }

    private void putIntoSearch(Deal deal) {
        index.put(DealSearch.document(deal, contacts.ofDeal(deal.id())));
    }

    private DealContact contact(UUID dealId, UUID contactId) {
        return contacts.ofDeal(dealId, contactId).orElseThrow(() -> Problems.notFound("Contact"));
    }
}
