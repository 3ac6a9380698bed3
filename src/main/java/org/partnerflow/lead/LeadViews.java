package org.partnerflow.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.lead.people.LeadPeople;
import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.lead.queue.QueueService;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Permissions;

/** Turns leads into what the API answers: with names, with what the caller may do, and without what partners do not see. */
@ApplicationScoped
class LeadViews {
    @Inject
    LeadAccess access;

    @Inject
    LeadPeople people;

    @Inject
    QueueService queues;

    @Inject
    LeadConversions conversions;

    @Inject
    Actors actors;

    /** What the caller may do with a lead now. */
    enum LeadStep {
        ACCEPT,
        DECLINE,
        TAKE,
        ASSIGN,
        EDIT
    }

    public record LeadOwner(UUID id, String name, @Nullable String partner) {
        static LeadOwner from(LeadPerson person) {
            return new LeadOwner(person.id(), person.name(), person.partnerName());
        }
    }

    public record LeadQueueName(UUID id, String name) {}

    /**
     * @param owner the partner user who is asked or has accepted; partners see only themselves
     * @param steps what the caller may do now
     * @param missing what it lacks to become a deal, by its fields; asked at the latest when somebody accepts it
     */
    public record LeadView(
            UUID id,
            String company,
            LeadForm.LeadContactForm contact,
            @Nullable String region,
            @Nullable String country,
            @Nullable String industry,
            @Nullable String product,
            @Nullable String source,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable String text,
            LeadState state,
            Instant stateSince,
            @Nullable LeadOwner owner,
            @Nullable LeadQueueName queue,
            @Nullable UUID dealId,
            @Nullable String externalId,
            Instant receivedAt,
            Set<LeadStep> steps,
            List<LeadGap> missing,
            int version) {}

    /** A field that a deal needs otherwise; {@code message} says what is expected. */
    public record LeadGap(String field, String message) {}

    public record LeadOfferView(
            UUID id,
            LeadOwner partnerUser,
            LeadOffer.Way way,
            Instant offeredAt,
            LeadOffer.@Nullable Answer answer,
            @Nullable Instant answeredAt,
            @Nullable String reason,
            @Nullable String note,
            @Nullable UUID decisionId) {}

    /**
     * @param objection why the lead cannot be offered to them; null if it can
     * @param refusal what they answered to an earlier offer of it; it can be offered again
     * @param noteNeeded whether that takes a note
     */
    public record LeadCandidateView(
            LeadOwner partnerUser,
            boolean eligible,
            @Nullable String objection,
            LeadOffer.@Nullable Answer refusal,
            boolean noteNeeded,
            int openLeads,
            @Nullable Instant lastOfferedAt) {}

    LeadView of(Lead lead) {
        return of(new Page<>(List.of(lead), null)).items().getFirst();
    }

    Page<LeadView> of(Page<Lead> page) {
        var viewer = access.viewer();
        var byId = people.byIds(page.items().stream()
                .map(Lead::ownerId)
                .filter(id -> id != null)
                .collect(Collectors.toSet()));
        var names = queueNames(page.items(), viewer);
        return page.map(lead -> view(lead, viewer, byId, names));
    }

    List<LeadOfferView> ofOffers(List<LeadOffer> offers) {
        boolean staff = actors.current().isStaff();
        var byId = people.byIds(offers.stream().map(LeadOffer::partnerUserId).collect(Collectors.toSet()));
        return offers.stream()
                .map(offer -> new LeadOfferView(
                        offer.id(),
                        LeadOwner.from(byId.get(offer.partnerUserId())),
                        offer.way(),
                        offer.offeredAt(),
                        offer.answer(),
                        offer.answeredAt(),
                        offer.reason(),
                        offer.note(),
                        staff ? offer.decisionId() : null))
                .toList();
    }

    List<LeadCandidateView> ofCandidates(List<LeadCandidate> candidates) {
        return candidates.stream()
                .map(candidate -> new LeadCandidateView(
                        LeadOwner.from(candidate.person()),
                        candidate.objection() == null,
                        candidate.objection(),
                        candidate.refusal() == null ? null : candidate.refusal().answer(),
                        candidate.declined(),
                        candidate.workload().openCount(),
                        candidate.workload().lastAssignedAt()))
                .toList();
    }

    private Map<UUID, LeadQueueName> queueNames(List<Lead> leads, LeadViewer viewer) {
        var ids = leads.stream().map(Lead::queueId).filter(id -> id != null).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Map.of();
        }
        return queues.all().stream()
                .filter(queue -> ids.contains(queue.id()))
                .filter(queue -> viewer.staff() || viewer.queueIds().contains(queue.id()))
                .map(queue -> new LeadQueueName(queue.id(), queue.name()))
                .collect(Collectors.toMap(LeadQueueName::id, Function.identity()));
    }

    private LeadView view(Lead lead, LeadViewer viewer, Map<UUID, LeadPerson> byId, Map<UUID, LeadQueueName> names) {
        var details = lead.details();
        boolean showsOwner = lead.ownerId() != null && (viewer.staff() || viewer.isOwner(lead));
        return new LeadView(
                lead.id(),
                details.company(),
                LeadForm.LeadContactForm.from(details.contact()),
                details.region(),
                details.country(),
                details.industry(),
                details.product(),
                details.source(),
                details.value(),
                details.currency(),
                details.text(),
                lead.state(),
                lead.stateSince(),
                showsOwner ? LeadOwner.from(byId.get(lead.ownerId())) : null,
                lead.queueId() == null ? null : names.get(lead.queueId()),
                showsOwner ? lead.dealId() : null,
                lead.externalId(),
                lead.createdAt(),
                steps(lead, viewer),
                lead.dealId() == null ? missing(lead) : List.of(),
                lead.version());
    }

    private List<LeadGap> missing(Lead lead) {
        return conversions.missing(lead.details()).stream()
                .map(gap -> new LeadGap(gap.field(), gap.message()))
                .toList();
    }

    private Set<LeadStep> steps(Lead lead, LeadViewer viewer) {
        var actor = actors.current();
        var steps = EnumSet.noneOf(LeadStep.class);
        if (lead.state() == LeadState.OFFERED && viewer.isOwner(lead)) {
            steps.add(LeadStep.ACCEPT);
            steps.add(LeadStep.DECLINE);
        }
        if (lead.state() == LeadState.QUEUED && viewer.isOfItsQueue(lead)) {
            steps.add(LeadStep.TAKE);
        }
        if (!lead.isAccepted() && actor.may(Permissions.LEAD_ASSIGN)) {
            steps.add(LeadStep.ASSIGN);
        }
        if (actor.may(Permissions.LEAD_EDIT)) {
            steps.add(LeadStep.EDIT);
        }
        return steps;
    }
}
