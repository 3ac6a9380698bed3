package org.partnerflow.lead;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.CDI;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.Invitations.InvitationAccepted;
import org.partnerflow.identity.UserService;
import org.partnerflow.partner.AccountForm;
import org.partnerflow.partner.ContactForm;
import org.partnerflow.partner.ContactService;
import org.partnerflow.partner.PartnerAccountService;
import org.partnerflow.portal.PartnerUserService;
import org.partnerflow.rules.PublishService;
import org.partnerflow.rules.table.Cell;
import org.partnerflow.rules.table.Operator;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.search.Duplicate;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** An organisation with a partner account, and shortcuts for what tests of leads need there. */
public final class LeadWorld {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestOrganisation organisation;
    private final UUID account;

    private LeadWorld(TestOrganisation organisation, UUID account) {
        this.organisation = organisation;
        this.account = account;
    }

    /** A new organisation whose assignment table leads nowhere, so that tests say themselves who gets a lead. */
    public static LeadWorld create() {
        var organisation = Given.organisation();
        var account = asBroker(organisation, () -> {
            var accounts = Given.bean(PartnerAccountService.class);
            var id = accounts.create(AccountForm.named("Partner " + Given.unique()), Set.of());
            accounts.enableAsPartner(id);
            return id;
        });
        var world = new LeadWorld(organisation, account);
        world.publish(row(OutcomeType.FEWEST_OPEN, null, Map.of("region", Cell.of(Operator.ANY_OF, "Nowhere"))));
        return world;
    }

    public TestOrganisation organisation() {
        return organisation;
    }

    public RequestSpecification as(Role role) {
        return organisation.as(role);
    }

    public RequestSpecification broker() {
        return as(Role.BROKER);
    }

    /** A partner user who has accepted the invitation and has logged in, so that they can be given leads. */
    public TestUser partnerUser(String name) {
        var user = invitedPartnerUser(name);
        organisation.as(() -> {
            Given.bean(UserService.class).setPassword(user.id(), Given.PASSWORD);
            QuarkusTransaction.requiringNew()
                    .run(() -> accepted().fire(new InvitationAccepted(user.id(), organisation.id())));
            return true;
        });
        user.session();
        return user;
    }

    public List<TestUser> partnerUsers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> partnerUser("Partner User%02d".formatted(number)))
                .toList();
    }

    /** A partner user who has not answered the invitation. */
    public TestUser invitedPartnerUser(String name) {
        var names = name.split(" ", 2);
        var email = "partner." + Given.unique() + "@example.org";
        var broker = organisation.user(Role.BROKER).id();
        UUID id = asBroker(organisation, () -> {
            var contact = contact(ContactForm.of(account, names[0], names[1], email, "+1 303 555 0100"));
            Given.bean(PartnerUserService.class).enable(contact, List.of(broker));
            return Given.bean(org.partnerflow.identity.Users.class)
                    .findByEmail(email)
                    .orElseThrow()
                    .id();
        });
        return new TestUser(id, name, email, organisation, Set.of(Role.PARTNER));
    }

    public UUID queue(String name, List<TestUser> members) {
        return as(Role.ADMIN)
                .body(Map.of(
                        "name",
                        name,
                        "members",
                        members.stream().map(TestUser::id).toList()))
                .post("/api/queues")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    public UUID group(String name, List<TestUser> members) {
        var seats = members.stream()
                .map(member -> Map.of("id", member.id(), "weight", 1))
                .toList();
        return as(Role.ADMIN)
                .body(Map.of("name", name, "kind", "PARTNER_USERS", "members", seats))
                .post("/api/assignment-groups")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    /** Publishes a table with one row for every lead, and returns the number of its version. */
    public int publish(OutcomeType outcome, @Nullable String target) {
        return publish(row(outcome, target, Map.of()));
    }

    public int publish(Row... rows) {
        return organisation.as(organisation.user(Role.ADMIN).actor(), () -> Given.bean(PublishService.class)
                .publish(RuleSet.LEAD_ASSIGNMENT, new TableDocument(List.of(rows), List.of()), "Test")
                .number());
    }

    public static Row row(OutcomeType outcome, @Nullable String target, Map<String, Cell> conditions) {
        return new Row(Given.unique(), true, conditions, outcome, target, null, "");
    }

    /** A lead that has come in; the process says who is asked. */
    public UUID lead(String company) {
        return broker().body(aLead(company))
                .post("/api/leads")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    /** A lead for which the rules have found nobody; decided here at once, the process finds it done. */
    public UUID unassignedLead(String company) {
        var lead = lead(company);
        decide(lead);
        broker().get("/api/leads/" + lead).then().body("state", is("UNASSIGNED"));
        return lead;
    }

    /** Does what the first job of the process does. */
    public void decide(UUID lead) {
        organisation.as(() -> Given.bean(LeadAssignments.class).assign(lead));
    }

    /** Does the work while another transaction holds all groups of the organisation. */
    public void whileTheGroupsAreLocked(Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> {
            Given.bean(Sql.class)
                    .query(
                            "select id from assignment_group where organisation_id = ? for update",
                            row -> true,
                            organisation.id());
            QuarkusTransaction.suspendingExisting().run(work);
        });
    }

    public void assign(UUID lead, TestUser partner) {
        broker().body(Map.of("partnerUserId", partner.id()))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(200)
                .body("owner.name", is(partner.name()));
    }

    public void assignToQueue(UUID lead, UUID queue) {
        broker().body(Map.of("queueId", queue))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(200)
                .body("state", is("QUEUED"));
    }

    public void decline(UUID lead, TestUser partner, String reason) {
        partner.api()
                .body(Map.of("reason", reason))
                .post("/api/leads/" + lead + "/decline")
                .then()
                .statusCode(204);
    }

    public void awaitOffer(UUID lead, TestUser partner) {
        await().atMost(PATIENCE).untilAsserted(() -> broker().get("/api/leads/" + lead)
                .then()
                .body("state", is("OFFERED"))
                .body("owner.name", is(partner.name())));
    }

    public void awaitState(UUID lead, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> broker().get("/api/leads/" + lead).then().body("state", is(state)));
    }

    /** Waits until the lead has become a deal, and returns its id. */
    public UUID awaitDeal(UUID lead) {
        awaitState(lead, "CONVERTED");
        return broker().get("/api/leads/" + lead).jsonPath().getUUID("dealId");
    }

    /** Tells the process that the lead was accepted. */
    public void acceptedOutside(UUID lead) {
        organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> Given.bean(Processes.class)
                .publish("lead-offer.answered", lead, Map.of("answer", "accepted"))));
    }

    /** Sends the start message of the process once more. */
    public void startAgain(UUID lead) {
        organisation.as(() -> QuarkusTransaction.requiringNew()
                .call(() -> Given.bean(Processes.class).start(LeadService.PROCESS, lead, Map.of())));
    }

    public static Map<String, Object> aLead(String company) {
        return Map.of(
                "company",
                company,
                "contact",
                aContact(),
                "region",
                "West",
                "industry",
                "Energy",
                "product",
                "Panels",
                "source",
                "Fair",
                "value",
                12500.50,
                "currency",
                "USD");
    }

    public static Map<String, Object> aContact() {
        return Map.of(
                "firstName", "Ada",
                "lastName", "Hill",
                "email", "ada.hill@example.org",
                "phone", "+1 303 555 0101");
    }

    /** A new contact, also where others of the same name are there: it is another person. */
    private static UUID contact(ContactForm form) {
        var seen = new HashSet<UUID>();
        while (true) {
            try {
                return Given.bean(ContactService.class).create(form, seen);
            } catch (HttpProblem asked) {
                if (!(asked.getParameters().get("duplicates") instanceof List<?> duplicates)) {
                    throw asked;
                }
                duplicates.forEach(duplicate -> seen.add(((Duplicate) duplicate).recordId()));
            }
        }
    }

    private static <T> T asBroker(TestOrganisation organisation, java.util.concurrent.Callable<T> work) {
        return organisation.as(organisation.user(Role.BROKER).actor(), work);
    }

    private static Event<InvitationAccepted> accepted() {
        return CDI.current().getBeanManager().getEvent().select(InvitationAccepted.class);
    }
}
