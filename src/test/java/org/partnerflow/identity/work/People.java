package org.partnerflow.identity.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.identity.UserService;
import org.partnerflow.lead.LeadWorld;
import org.partnerflow.partner.AccountBody;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;
import org.partnerflow.support.TestSupport;
import org.partnerflow.support.request.RequestWithoutProcess;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

/** An organisation in which people have all kinds of work. */
final class People {
    static final Map<String, String> CONTACT =
            Map.of("firstName", "Cora", "lastName", "Contact", "email", "cora@example.org", "phone", "+1 303 555 0100");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final LeadWorld leads = LeadWorld.create();
    final TestOrganisation organisation = leads.organisation();
    final TestSupport support = new TestSupport(organisation);
    final TestUser admin = organisation.user(Role.ADMIN);

    RequestSpecification admin() {
        return admin.api();
    }

    /** Somebody who could log in, if they had accepted the invitation. */
    UUID invited(Role... roles) {
        var name = "Invited " + Given.unique();
        var email = Given.unique() + "@example.org";
        return organisation.as(() -> Given.bean(UserService.class)
                .createMember(email, name, Set.of(roles))
                .id());
    }

    UUID disabled(TestUser user) {
        admin().body(Map.of("active", false))
                .put("/api/users/{id}/active", user.id())
                .then()
                .statusCode(200);
        return user.id();
    }

    UUID deal(Map<String, ?> more) {
        return id(admin().body(dealBody(more)).post("/api/deals"));
    }

    static Map<String, Object> dealBody(Map<String, ?> more) {
        var body = new HashMap<String, Object>();
        body.put("name", "Deal " + Given.unique());
        body.put("contacts", List.of(CONTACT));
        body.putAll(more);
        return body;
    }

    UUID account(UUID ownerId) {
        return id(admin().body(
                        AccountBody.anAccount().with("ownerUserId", ownerId).body())
                .post("/api/partner-accounts"));
    }

    UUID team(UUID leadId) {
        return id(admin().body(Map.of("name", "Team " + Given.unique(), "leadUserId", leadId))
                .post("/api/teams"));
    }

    /** A request that somebody of the layer has, as if the process had assigned it. */
    UUID request(UUID teamId, UUID assigneeId) {
        var request = RequestWithoutProcess.of(organisation, support.customer(), teamId);
        admin().body(Map.of("userId", assigneeId))
                .post("/api/requests/{id}/assignments", request)
                .then()
                .statusCode(201);
        return request;
    }

    /** Somebody has accepted the lead, and no deal was made of it yet. */
    UUID acceptedLead(TestUser partner) {
        var lead = leads.unassignedLead("Accepted " + Given.unique());
        await("for the process to have found it unassigned")
                .atMost(PATIENCE)
                .until(() -> Given.bean(Sql.class)
                                .query("select count(*) from inbox_job where record_id = ?", row -> row.getInt(1), lead)
                                .getFirst()
                        > 0);
        QuarkusTransaction.requiringNew().run(() -> Given.bean(Sql.class)
                .update("update sales_lead set state = 'ACCEPTED', owner_id = ? where id = ?", partner.id(), lead));
        return lead;
    }

    /** A contact who can be enabled as a partner user. */
    UUID contact() {
        var account = AccountBody.anAccount().partnerIn(organisation);
        return id(admin().body(Map.of("contact", AccountBody.contactForm(account, Given.unique() + "@example.org")))
                .post("/api/contacts"));
    }

    /** The partner user's own record. */
    UUID partnerUser(TestUser partner) {
        return admin().queryParam("q", partner.email())
                .get("/api/partner-users")
                .jsonPath()
                .getUUID("items[0].id");
    }

    static UUID id(io.restassured.response.Response created) {
        return created.then()
                .statusCode(anyOf(is(200), is(201)))
                .extract()
                .jsonPath()
                .getUUID("id");
    }
}
