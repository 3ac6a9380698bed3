package org.partnerflow.lead;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.lead.people.LeadPeople;
import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.lead.queue.AssignmentGroup.Kind;
import org.partnerflow.lead.queue.AssignmentGroups;
import org.partnerflow.lead.queue.Queues;
import org.partnerflow.lead.queue.Turns;
import org.partnerflow.rules.decision.Candidate;
import org.partnerflow.rules.decision.DecisionTable;
import org.partnerflow.rules.decision.Group;
import org.partnerflow.rules.decision.LeadFacts;
import org.partnerflow.rules.decision.Queue;
import org.partnerflow.rules.decision.Ruling.Standing;
import org.partnerflow.rules.decision.Ruling.Verdict;
import org.partnerflow.rules.decision.Workload;
import org.partnerflow.rules.table.RuleSet;
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

    /** The facts with the turns that they were read from; both are current, since the turns are locked. */
    record LeadQuestion(LeadFacts facts, List<LeadPerson> people, List<Turns> turns) {

        /** Moves the turn of a group on. */
        void giveTurn(UUID groupId, UUID memberId) {
            turns.stream()
                    .filter(turn -> turn.group().id().equals(groupId))
                    .forEach(turn -> turn.give(memberId, present()));
        }

        /** Who takes part in turns: whoever could take some lead, even if not this one, and every queue. */
        private Set<UUID> present() {
            var present = new HashSet<UUID>();
            facts.queues().forEach(queue -> present.add(queue.id()));
            people.stream().filter(LeadPerson::isPresent).forEach(person -> present.add(person.id()));
            return present;
        }
    }

    /** Reads the facts about a lead that the caller has locked, and locks the turns of all groups. */
    LeadQuestion question(Lead lead) {
        var turns = groups.lockTurns();
        var everybody = people.all();
        var facts = new LeadFacts(
                asFact(lead),
                candidates(lead, everybody),
                queues.byName().stream()
                        .map(queue -> new Queue(queue.id(), queue.name()))
                        .toList(),
                turns.stream()
                        .map(turn -> new Group(
                                turn.group().id(),
                                turn.group().name(),
                                turn.group().kind() == Kind.QUEUES,
                                turn.inOrder()))
                        .toList());
        return new LeadQuestion(facts, everybody, turns);
    }

    /** Everybody who could be offered the lead by hand, and everybody who could not. */
    List<LeadCandidate> judged(Lead lead) {
        var everybody = people.all().stream().collect(Collectors.toMap(LeadPerson::id, Function.identity()));
        var facts = new LeadFacts(asFact(lead), candidates(lead, everybody.values()), List.of(), List.of());
        var objections = NO_ROWS.decide(facts).verdicts().stream()
                .filter(verdict -> verdict.standing() == Standing.EXCLUDED)
                .collect(Collectors.toMap(Verdict::candidateId, Verdict::sentence));
        return facts.candidates().stream()
                .map(candidate -> judged(everybody.get(candidate.id()), candidate, objections.get(candidate.id())))
                .sorted(Comparator.comparing(candidate -> candidate.person().name()))
                .toList();
    }

    /** What the portal says about somebody is more precise than the rules, which know only that they never logged in. */
    private static LeadCandidate judged(LeadPerson person, Candidate facts, @Nullable String objection) {
        return new LeadCandidate(person, facts.workload(), person.obstacle() == null ? objection : person.obstacle());
    }

    LeadCandidate judged(Lead lead, UUID partnerUserId) {
        return judged(lead).stream()
                .filter(candidate -> candidate.person().id().equals(partnerUserId))
                .findFirst()
                .orElseThrow(() -> Problems.invalid("partnerUserId", "Expected a partner user of this organisation."));
    }

    private List<Candidate> candidates(Lead lead, Collection<LeadPerson> everybody) {
        var open = leads.openCounts();
        var last = offers.lastOffers();
        var refusers = offers.refusersOf(lead.id());
        return everybody.stream()
                .map(person -> person.candidate(
                        new Workload(open.getOrDefault(person.id(), 0), last.get(person.id())),
                        refusers.contains(person.id())))
                .toList();
    }

    private static LeadFacts.Lead asFact(Lead lead) {
        var details = lead.details();
        return new LeadFacts.Lead(
                lead.id(),
                details.company(),
                details.region(),
                details.industry(),
                details.product(),
                details.source(),
                details.value());
    }
}
