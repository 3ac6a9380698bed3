package org.partnerflow.lead;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.lead.people.LeadPeople;
import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.lead.queue.AssignmentGroup.Kind;
import org.partnerflow.lead.queue.AssignmentGroupService;
import org.partnerflow.lead.queue.QueueService;
import org.partnerflow.partner.Picklists;
import org.partnerflow.rules.RuleVocabulary;
import org.partnerflow.rules.table.Choices;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.Target;
import org.partnerflow.rules.table.TargetKind;
import org.partnerflow.settings.OrganisationSettingsService;

/** What the rows of the lead assignment table can name, and the words that leads have come with. */
@ApplicationScoped
class LeadVocabulary implements RuleVocabulary {
    @Inject
    Leads leads;

    @Inject
    Picklists picklists;

    @Inject
    OrganisationSettingsService settings;

    @Inject
    LeadPeople people;

    @Inject
    QueueService queues;

    @Inject
    AssignmentGroupService groups;

    @Override
    public RuleSet ruleSet() {
        return RuleSet.LEAD_ASSIGNMENT;
    }

    @Override
    public List<Target> targets() {
        var everybody = people.all();
        return Stream.of(users(everybody), accounts(everybody), queues(), groups())
                .flatMap(kind -> kind)
                .toList();
    }

    /** What the forms offer, and what leads have come with. */
    @Override
    public Map<String, Choices> choices() {
        return LeadDetails.Choice.ALL.stream()
                .collect(Collectors.toMap(
                        LeadDetails.Choice::field,
                        choice -> Choices.offered(Stream.concat(
                                        picklists.offered(choice.list()).stream(),
                                        leads.wordsOf(choice.field()).stream())
                                .distinct()
                                .toList())));
    }

    @Override
    public Map<String, String> units() {
        return Map.of("value", settings.currency());
    }

    private static Stream<Target> users(List<LeadPerson> everybody) {
        return everybody.stream()
                .map(person -> new Target(
                        TargetKind.PARTNER_USER, person.id(), person.name(), withoutPeriod(person.obstacle())));
    }

    private static Stream<Target> accounts(List<LeadPerson> everybody) {
        return everybody.stream()
                .map(LeadPerson::partner)
                .distinct()
                .map(account -> new Target(TargetKind.PARTNER_ACCOUNT, account.id(), account.name(), null));
    }

    private Stream<Target> queues() {
        return queues.all().stream().map(queue -> new Target(TargetKind.QUEUE, queue.id(), queue.name(), null));
    }

    private Stream<Target> groups() {
        return groups.all().stream()
                .map(standing -> new Target(
                        standing.group().kind() == Kind.QUEUES ? TargetKind.QUEUE_GROUP : TargetKind.USER_GROUP,
                        standing.group().id(),
                        standing.group().name(),
                        standing.next() == null ? "it has no members" : null));
    }

    private static @Nullable String withoutPeriod(@Nullable String sentence) {
        return sentence == null || !sentence.endsWith(".") ? sentence : sentence.substring(0, sentence.length() - 1);
    }
}
