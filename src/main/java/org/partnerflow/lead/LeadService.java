package org.partnerflow.lead;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.lead.LeadOffer.Answer;
import org.partnerflow.lead.LeadOffer.Way;
import org.partnerflow.partner.Picklists;
import org.partnerflow.portal.PortalSettingsService;
import org.partnerflow.search.SearchIndex;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;

/** Takes leads in, shows and edits them. */
@ApplicationScoped
public class LeadService {
    static final String PROCESS = "lead-offer";

    @Inject
    Leads leads;

    @Inject
    LeadOffers offers;

    @Inject
    LeadAccess access;

    @Inject
    LeadConversions conversions;

    @Inject
    PortalSettingsService portal;

    @Inject
    Picklists picklists;

    @Inject
    Processes processes;

    @Inject
    SearchIndex index;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** @param created false when the caller had sent the lead before */
    public record Received(Lead lead, boolean created) {}

    /**
     * Takes a lead in and has it offered to somebody; one that a partner enters is theirs, unless the organisation chose otherwise.
     *
     * @param externalId chosen by the caller; a second lead with the same one is the first one, not another
     */
    public Received receive(LeadDetails details, @Nullable String externalId) {
        EmailAddress.checked("contact.email", details.contact().email());
        var chosen = details.chosen(picklists.offered(), null);
        try {
            return QuarkusTransaction.joiningExisting().call(() -> receiveOnce(chosen, externalId));
        } catch (ConstraintViolationException sentTwiceAtOnce) {
            return QuarkusTransaction.requiringNew().call(() -> receiveOnce(chosen, externalId));
        }
    }

    private Received receiveOnce(LeadDetails details, @Nullable String externalId) {
        var submittedBy = actors.current().userId();
        if (submittedBy != null && externalId != null) {
            var known = leads.byExternalId(submittedBy, externalId);
            if (known.isPresent()) {
                return new Received(known.get(), false);
            }
        }
        var lead = new Lead(details, submittedBy, externalId, clock.instant());
        leads.persistAndFlush(lead);
        putIntoSearch(lead);
        audit.record(AuditAction.LEAD_RECEIVED, lead.id(), Map.of("company", details.company()));
        if (actors.current().kind() == Actor.Kind.PARTNER && portal.partnersKeepTheirLeads()) {
            keep(lead, actors.current().user());
        }
        processes.start(PROCESS, lead.id(), Map.of());
        return new Received(lead, true);
    }

    /** A lead that a partner enters is theirs, and becomes their deal: no competitor is asked. */
    private void keep(Lead lead, UUID partnerUserId) {
        conversions.expectComplete(lead.details(), partnerUserId);
        var now = clock.instant();
        lead.keptBy(partnerUserId, now);
        var offer = new LeadOffer(lead.id(), partnerUserId, Way.OWN, null, null, now);
        offer.answer(Answer.ACCEPTED, null, now);
        offers.persist(offer);
        audit.record(AuditAction.LEAD_KEPT, lead.id(), Map.of("partnerUserId", partnerUserId));
    }

    @Transactional
    public Page<Lead> list(LeadFilter filter, @Nullable UUID before, int limit) {
        var found = leads.list(access.viewer(), filter, before, limit);
        return Page.of(found, limit, lead -> lead.id().toString());
    }

    @Transactional
    public Lead read(UUID id) {
        var lead = leads.findByIdOptional(id).orElseThrow(() -> Problems.notFound("Lead"));
        access.expectVisible(lead);
        return lead;
    }

    /** All offers of a lead for staff, their own for a partner user; the first one first. */
    @Transactional
    public List<LeadOffer> offers(UUID id) {
        read(id);
        var viewer = access.viewer();
        return offers.ofLead(id).stream()
                .filter(offer -> viewer.staff() || offer.partnerUserId().equals(viewer.userId()))
                .toList();
    }

    /** Changes what is known about a lead; refuses when somebody else changed it since (409), and says what differs. */
    @Transactional
    public Lead edit(UUID id, int seenVersion, LeadDetails details) {
        var lead = leads.locked(id);
        var before = lead.details();
        if (lead.version() != seenVersion) {
            throw Problems.stale(seenVersion, lead.version(), Differences.between(before, details));
        }
        change(lead, details);
        return lead;
    }

    void change(Lead lead, LeadDetails wanted) {
        EmailAddress.checked("contact.email", wanted.contact().email());
        var before = lead.details();
        var details = wanted.chosen(picklists.offered(), before);
        if (!before.equals(details)) {
            lead.edit(details);
            leads.flush();
            putIntoSearch(lead);
            audit.record(AuditAction.LEAD_EDITED, lead.id(), Differences.asDetails(before, details));
        }
    }

    private void putIntoSearch(Lead lead) {
        index.put(LeadSearch.document(lead));
    }
}
