package org.partnerflow.lead;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.lead.LeadOffer.Answer;
import org.partnerflow.lead.people.LeadPeople;
import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.lead.queue.AssignmentGroup;
import org.partnerflow.lead.queue.AssignmentGroup.Kind;
import org.partnerflow.lead.queue.AssignmentGroups;
import org.partnerflow.lead.queue.Queues;
import org.partnerflow.lead.queue.Turns;
import org.partnerflow.rules.Decisions;
import org.partnerflow.rules.Decisions.InForce;
import org.partnerflow.rules.decision.Candidate;
import org.partnerflow.rules.decision.DecisionTable;
import org.partnerflow.rules.decision.Group;
import org.partnerflow.rules.decision.LeadFacts;
import org.partnerflow.rules.decision.Queue;
import org.partnerflow.rules.decision.Ruling.Standing;
import org.partnerflow.rules.decision.Ruling.Verdict;
import org.partnerflow.rules.decision.Workload;
import org.partnerflow.rules.decision.Worth;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.settings.ExchangeRates;
import org.partnerflow.settings.OrganisationSettingsService;
import org.partnerflow.shared.Problems;

/** Gathers what the assignment rules look at: the lead, who could get it and how busy they are, queues, and whose turn it is. */
@ApplicationScoped
class LeadFactsReader {
    /** The rules without any row: what they say of a candidate holds whoever the table names. */
    private static final DecisionTable NO_ROWS = new DecisionTable(RuleSet.LEAD_ASSIGNMENT, List.of());

    @Inject
    Leads leads;

    @Inject
    LeadOffers offers;

    @Inject
    LeadPeople people;

    @Inject
    Queues queues;

    @Inject
    AssignmentGroups groups;

    @Inject
    Decisions decisions;

    @Inject
    OrganisationSettingsService settings;

    @Inject
    ExchangeRates rates;

    /** The facts with the turns that they were read from, and the table that they were read for. */
    record LeadQuestion(InForce table, LeadFacts facts, List<Turns> turns) {

        /** Moves the turn of a group on. */
        void giveTurn(UUID groupId, UUID memberId) {
            turns.stream()
                    .filter(turn -> turn.group().id().equals(groupId))
                    .forEach(turn -> turn.give(memberId, facts.present()));
        }
    }

    /** Reads the facts about a lead that the caller has locked, and locks the turns of the groups that the table may ask for it. */
    LeadQuestion question(Lead lead) {
        var fact = asFact(lead);
        var table = decisions.inForce(RuleSet.LEAD_ASSIGNMENT);
        var rows = table.table().matching(fact.values());
        var turns = groups.turns(
                group -> rows.stream().anyMatch(row -> asFact(group).isNamedBy(row)));
        var everybody = people.all();
        var facts = new LeadFacts(
                fact,
                candidates(offers.refusals(lead.id()), everybody),
                queues.byName().stream()
                        .map(queue -> new Queue(queue.id(), queue.name()))
                        .toList(),
                turns.stream().map(LeadFactsReader::asFact).toList());
        return new LeadQuestion(table, facts, turns);
    }

    /** Everybody who could be offered the lead by hand, and everybody who could not. What somebody answered before forbids nothing. */
    List<LeadCandidate> judged(Lead lead) {
        var everybody = people.all().stream().collect(Collectors.toMap(LeadPerson::id, Function.identity()));
        var facts = new LeadFacts(asFact(lead), candidates(List.of(), everybody.values()), List.of(), List.of());
        var refusals = offers.refusals(lead.id()).stream()
                .collect(Collectors.toMap(LeadOffer::partnerUserId, Function.identity(), (older, later) -> later));
        var objections = NO_ROWS.decide(facts).verdicts().stream()
                .filter(verdict -> verdict.standing() == Standing.EXCLUDED)
                .collect(Collectors.toMap(Verdict::candidateId, Verdict::sentence));
        return facts.candidates().stream()
                .map(candidate -> judged(
                        everybody.get(candidate.id()),
                        candidate,
                        objections.get(candidate.id()),
                        refusals.get(candidate.id())))
                .sorted(Comparator.comparing(candidate -> candidate.person().name()))
                .toList();
    }

    /** What the portal says about somebody is more precise than the rules, which know only that they never logged in. */
    private static LeadCandidate judged(
            LeadPerson person, Candidate facts, @Nullable String objection, @Nullable LeadOffer refusal) {
        return new LeadCandidate(
                person, facts.workload(), person.obstacle() == null ? objection : person.obstacle(), refusal);
    }

    LeadCandidate judged(Lead lead, UUID partnerUserId) {
        return judged(lead).stream()
                .filter(candidate -> candidate.person().id().equals(partnerUserId))
                .findFirst()
                .orElseThrow(() -> Problems.invalid("partnerUserId", "Expected a partner user of this organisation."));
    }

    private List<Candidate> candidates(List<LeadOffer> refusals, Collection<LeadPerson> everybody) {
        var open = leads.openCounts();
        var last = offers.lastOffers();
        var declined = by(refusals, Answer.DECLINED);
        var missed = by(refusals, Answer.EXPIRED);
        return everybody.stream()
                .map(person -> person.candidate(
                        new Workload(open.getOrDefault(person.id(), 0), last.get(person.id())),
                        declined.containsKey(person.id()),
                        missed.getOrDefault(person.id(), 0L).intValue()))
                .toList();
    }

    private static Map<UUID, Long> by(List<LeadOffer> offers, Answer answer) {
        return offers.stream()
                .filter(offer -> offer.answer() == answer)
                .collect(Collectors.groupingBy(LeadOffer::partnerUserId, Collectors.counting()));
    }

    private static Group asFact(Turns turn) {
        var seats = turn.members().stream()
                .map(member -> new Group.Seat(member.memberId(), member.place(), member.weight(), member.credit()))
                .toList();
        return Group.of(turn.group().id(), turn.group().name(), turn.group().kind() == Kind.QUEUES, seats);
    }

    private static Group asFact(AssignmentGroup group) {
        return Group.of(group.id(), group.name(), group.kind() == Kind.QUEUES, List.of());
    }

    private LeadFacts.Lead asFact(Lead lead) {
        var details = lead.details();
        var worth = worth(details);
        return new LeadFacts.Lead(
                lead.id(),
                details.company(),
                details.region(),
                details.industry(),
                details.product(),
                details.source(),
                worth == null ? details.value() : worth.compared(),
                worth);
    }

    /** The value where it is in another currency than that of the organisation. */
    private @Nullable Worth worth(LeadDetails details) {
        var home = settings.currency();
        if (details.value() == null
                || details.currency() == null
                || details.currency().equals(home)) {
            return null;
        }
        var compared = rates.inHomeCurrency(details.value(), details.currency());
        return new Worth(details.value(), details.currency(), home, compared.orElse(null));
    }
}
