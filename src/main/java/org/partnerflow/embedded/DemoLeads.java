package org.partnerflow.embedded;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService;
import org.partnerflow.identity.Users;
import org.partnerflow.lead.Lead;
import org.partnerflow.lead.LeadAnswers;
import org.partnerflow.lead.LeadDetails;
import org.partnerflow.lead.LeadDetails.LeadContact;
import org.partnerflow.lead.LeadService;
import org.partnerflow.lead.LeadState;
import org.partnerflow.lead.queue.AssignmentGroup;
import org.partnerflow.lead.queue.AssignmentGroupService;
import org.partnerflow.lead.queue.AssignmentGroupService.Seat;
import org.partnerflow.lead.queue.QueueService;
import org.partnerflow.partner.AccountForm;
import org.partnerflow.partner.ContactForm;
import org.partnerflow.partner.ContactService;
import org.partnerflow.partner.PartnerAccountService;
import org.partnerflow.portal.PartnerUserService;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.rules.PublishService;
import org.partnerflow.rules.table.Cell;
import org.partnerflow.rules.table.Operator;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Role;

/** A second partner user, a queue, a group, a table that uses both, and leads that went their ways: accepted, declined, waiting. */
@ApplicationScoped
class DemoLeads implements DemoContent {
    private static final String SECOND_PARTNER_EMAIL = "partner2@demo.example";
    private static final String QUEUE = "Large leads";
    private static final String GROUP = "Event partners";

    private static final List<Example> EXAMPLES = List.of(
            new Example("Alder Valley Schools", "Nora", "Quinn", "West", "Education", "Desks", "Web site", 18_500),
            new Example("Brightwater Clinics", "Samir", "Khan", "West", "Health", "Chairs", "Fair", 42_000),
            new Example(
                    "Copperfield Foundry", "Elena", "Petrova", "South", "Manufacturing", "Benches", "Event", 27_750),
            new Example("Dunmore Hotels", "Hugo", "Martin", "East", "Hospitality", "Chairs", "Event", 61_200),
            new Example("Elmwood City Council", "Aisha", "Bello", "North", "Public sector", "Desks", "Tender", 480_000),
            new Example("Fairhaven Library", "Jonas", "Weber", "North", "Education", "Shelves", "Referral", 9_900));

    @Inject
    PartnerAccountService accounts;

    @Inject
    ContactService contacts;

    @Inject
    PartnerUserService partnerUsers;

    @Inject
    PartnerUsers partners;

    @Inject
    UserService userService;

    @Inject
    Users users;

    @Inject
    QueueService queues;

    @Inject
    AssignmentGroupService groups;

    @Inject
    PublishService rules;

    @Inject
    LeadService leads;

    @Inject
    LeadAnswers answers;

    @Inject
    Actors actors;

    @Inject
    DemoProgress progress;

    private record Example(
            String company,
            String firstName,
            String lastName,
            String region,
            String industry,
            String product,
            String source,
            int value) {
        LeadDetails details() {
            var email = "%s.%s@%s.example".formatted(firstName, lastName, company.replaceAll("\\W", ""));
            return new LeadDetails(
                    company,
                    new LeadContact(
                            firstName,
                            lastName,
                            email.toLowerCase(java.util.Locale.ROOT),
                            PhoneNumber.orText("+1 303 555 0170", null)),
                    region,
                    "USA",
                    industry,
                    product,
                    source,
                    BigDecimal.valueOf(value),
                    "USD",
                    null);
        }
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void setUp(DemoOrganisation demo) {
        var second = secondPartner(demo);
        var members = Stream.of(demo.partner(), second)
                .filter(user -> partners.ofUser(user).isPresent())
                .toList();
        members.forEach(userService::countAsLoggedIn);
        queues.create(QUEUE, "Above 250,000: look at them together, then take what you can do.", Set.copyOf(members));
        groups.create(
                GROUP,
                AssignmentGroup.Kind.PARTNER_USERS,
                members.stream().map(member -> new Seat(member, 1)).toList());
        rules.publish(
                RuleSet.LEAD_ASSIGNMENT,
                new TableDocument(table(), List.of()),
                "Large leads into a queue, leads of events in turn");
    }

    @Override
    public void play(DemoOrganisation demo) {
        var received = actors.as(actor(demo, demo.broker(), Role.BROKER), () -> EXAMPLES.stream()
                .map(example -> leads.receive(example.details(), null).lead().id())
                .toList());
        answer(demo, received.get(0), true);
        answer(demo, received.get(1), false);
    }

    private UUID secondPartner(DemoOrganisation demo) {
        var account = accounts.create(
                new AccountForm(
                        "Cedar Point Interiors",
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "USA",
                        null,
                        demo.broker()),
                Set.of());
        accounts.enableAsPartner(account);
        var rosa = contacts.create(
                ContactForm.of(account, "Rosa", "Rivera", SECOND_PARTNER_EMAIL, "+1 720 555 0163"), Set.of());
        partnerUsers.admit(rosa, List.of(demo.broker()));
        var user = users.findByEmail(SECOND_PARTNER_EMAIL).orElseThrow().id();
        userService.setPassword(user, DemoOrganisation.PASSWORD);
        return user;
    }

    private static List<Row> table() {
        return List.of(
                row(
                        "large",
                        Map.of("value", Cell.of(Operator.AT_LEAST, "250000")),
                        OutcomeType.QUEUE,
                        QUEUE,
                        "People look at large leads first."),
                row(
                        "event",
                        Map.of("source", Cell.of(Operator.ANY_OF, "Event")),
                        OutcomeType.ROUND_ROBIN,
                        GROUP,
                        "Whoever was at the events gets their leads in turn."),
                row(
                        "rest",
                        Map.of(),
                        OutcomeType.FEWEST_OPEN,
                        null,
                        "Everything else goes to the partner user with the fewest open leads."));
    }

    private static Row row(
            String id, Map<String, Cell> conditions, OutcomeType outcome, @Nullable String target, String comment) {
        return new Row(id, true, conditions, outcome, target, null, comment);
    }

    /** Accepts or declines as the partner user who is asked. */
    private void answer(DemoOrganisation demo, UUID leadId, boolean accept) {
        var lead = offered(leadId);
        actors.as(actor(demo, lead.ownerId(), Role.PARTNER), () -> {
            if (accept) {
                answers.accept(leadId, null);
            } else {
                answers.decline(leadId, "No capacity before spring");
            }
        });
    }

    /** Waits until the process has had the lead offered to somebody. */
    private Lead offered(UUID leadId) {
        return progress.await(
                "the lead %s to be offered to somebody".formatted(leadId),
                () -> leads.read(leadId),
                lead -> lead.state() == LeadState.OFFERED);
    }

    private Actor actor(DemoOrganisation demo, UUID userId, Role role) {
        var name = QuarkusTransaction.requiringNew()
                .call(() -> users.findById(userId).name());
        return new Actor(role.kind(), userId, demo.id(), name, Permissions.of(Set.of(role)), null);
    }
}
