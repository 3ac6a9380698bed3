package org.partnerflow.support.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.Parallel;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;
import org.partnerflow.support.TestSupport.TestCustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** Who gets a request, by the rules that are shipped. The steps of the process are called here without it. */
@QuarkusTest
class RequestAssignerTest {
    private final TestSupport support = new TestSupport();
    private final TestOrganisation organisation = support.organisation();
    private UUID team;

    @BeforeEach
    void teamWithoutLayers() {
        team = support.team();
    }

    @Test
    @Tag("O5")
    void prefersThePartnerUserOfTheOrgUnitsPartnerToTechnicians() {
        var account = support.account("Northern Repairs");
        var partner = support.partnerUser(account);
        support.layer(team, support.technician(), partner);
        var id = logged(support.customer(support.unit(account), null));

        assertThat(assign(id)).isNotNull();
        assertThat(assignee(id)).isEqualTo(partner.id());
    }

    @Test
    @Tag("O6")
    void givesItToATechnicianWhenNoPartnerUserFits() {
        var technician = support.technician();
        support.layer(team, technician, support.partnerUser(support.account("Somebody Else")));
        var id = logged(support.customer(support.unit(support.account("Northern Repairs")), null));

        assign(id);
        assertThat(assignee(id)).isEqualTo(technician.id());
    }

    @Test
    @Tag("O5")
    @Tag("D4")
    void prefersTheCustomersOwnPartnerToTheOneOfTheOrgUnit() {
        var unitsAccount = support.account("Unit Partner");
        var ownAccount = support.account("Own Partner");
        var own = support.partnerUser(ownAccount);
        support.layer(team, support.partnerUser(unitsAccount), own);
        var customer = support.customer(support.unit(unitsAccount), ownAccount);

        var first = logged(customer);
        var second = logged(customer);
        assign(first);
        assign(second);
        assertThat(assignee(first)).isEqualTo(own.id());
        assertThat(assignee(second)).as("although they have an open request").isEqualTo(own.id());
    }

    @Test
    void takesTheOneWithTheFewestOpenThenWhoWaitedLongest() {
        var one = support.technician();
        var other = support.technician();
        support.layer(team, one, other);
        var customer = support.customer();

        var first = assignNew(customer);
        var second = assignNew(customer);
        assertThat(second).as("the fewest open").isNotEqualTo(first);
        var third = assignNew(customer);
        assertThat(third).as("waited longest").isEqualTo(first);
    }

    @Test
    void sharesEvenlyAlsoWhenManyRequestsComeAtOnce() {
        var technicians = List.of(support.technician(), support.technician());
        support.layer(team, technicians.toArray(TestUser[]::new));
        var customer = support.customer();
        var requests = Stream.generate(() -> logged(customer)).limit(12).toList();

        var assignees = Parallel.each(requests, id -> {
            assign(id);
            return assignee(id);
        });

        for (var technician : technicians) {
            assertThat(assignees.stream().filter(technician.id()::equals)).hasSize(6);
        }
    }

    @Test
    @Tag("A7")
    void goesThroughTheLayersAndExplainsEachStep() {
        var technician = support.technician();
        support.layer(team, support.partnerUser(support.account("Somebody Else")));
        support.layer(team, technician);
        var id = logged(support.customer());

        assertThat(assign(id)).as("nobody in the first layer").isNull();
        assertThat(escalate(id, AssignmentEnd.NOBODY)).isTrue();
        assertThat(assign(id)).isNotNull();

        assertThat(assignee(id)).isEqualTo(technician.id());
        organisation
                .as(Role.ADMIN)
                .get("/api/requests/%s/assignments".formatted(id))
                .then()
                .statusCode(200)
                .body("layerNumber", equalTo(List.of(1, 2)))
                .body("[0].assignee", nullValue())
                .body("[0].endedBy", equalTo("NOBODY"))
                .body("[0].note", containsString("Nobody"))
                .body("[0].decision.verdicts[0].standing", equalTo("EXCLUDED"))
                .body("[0].decision.version", equalTo(1))
                .body("[1].assignee.name", equalTo(technician.name()))
                .body("[1].decision.verdicts[0].standing", equalTo("CHOSEN"))
                .body("[1].decision.verdicts.sentence", hasItem(containsString("technician")));
        organisation
                .as(Role.ADMIN)
                .get("/api/requests/" + id)
                .then()
                .body("path.passage", equalTo(List.of("PASSED", "CURRENT")));
    }

    @Test
    void staysWithNobodyAfterTheLastLayer() {
        support.layer(team);
        var id = logged(support.customer());

        assertThat(assign(id)).isNull();
        assertThat(escalate(id, AssignmentEnd.NOBODY)).isFalse();
        tellLead(id);
        assertThat(state(id)).isEqualTo("UNASSIGNED");
    }

    @Test
    void tellsTheLeadAtOnceWhenTheTeamHasNoLayers() {
        var id = logged(support.customer());

        assertThat(assign(id)).isNull();
        assertThat(escalate(id, AssignmentEnd.NOBODY)).isFalse();
        tellLead(id);
        assertThat(state(id)).isEqualTo("UNASSIGNED");
    }

    @Test
    void keepsWhoHasItInTheLastLayer() {
        var technician = support.technician();
        support.layer(team, technician);
        var id = logged(support.customer());
        assign(id);

        assertThat(escalate(id, AssignmentEnd.RESPONSE_OVERDUE)).isFalse();
        tellLead(id);
        assertThat(assignee(id)).isEqualTo(technician.id());
        assertThat(state(id)).isEqualTo("ASSIGNED");
    }

    @Test
    void doesNotEscalateWhatWasRespondedToWhileTheTimerFired() {
        var technician = support.technician();
        support.layer(team, technician);
        support.layer(team, support.technician());
        var id = logged(support.customer());
        assign(id);
        technician
                .api()
                .body(Map.of("text", "On it"))
                .post("/api/requests/%s/responses".formatted(id))
                .then()
                .statusCode(201);

        assertThat(escalate(id, AssignmentEnd.RESPONSE_OVERDUE)).isTrue();
        assertThat(assign(id)).isNotNull();
        assertThat(assignee(id)).isEqualTo(technician.id());
        assertThat(state(id)).isEqualTo("RESPONDED");
    }

    @Test
    void escalatesOnceWhenSomebodyClicksWhileTheTimerFires() {
        var first = support.layer(team, support.technician());
        var second = support.technician();
        support.layer(team, second);
        support.layer(team, support.technician());
        var id = logged(support.customer());
        assign(id);
        escalate(id, AssignmentEnd.RESPONSE_OVERDUE);
        assign(id);

        assertThat(organisation.as(() -> Given.bean(RequestAssigner.class).escalate(id, AssignmentEnd.BY_HAND, first)))
                .isTrue();
        assign(id);
        assertThat(assignee(id)).isEqualTo(second.id());
    }

    @Test
    void leavesAResolvedRequestAlone() {
        var technician = support.technician();
        support.layer(team, technician);
        support.layer(team, support.technician());
        var id = logged(support.customer());
        assign(id);
        technician
                .api()
                .body("{}")
                .post("/api/requests/%s/resolution".formatted(id))
                .then()
                .statusCode(201);

        for (var cause : AssignmentEnd.values()) {
            assertThat(escalate(id, cause)).isTrue();
        }
        assertThat(assign(id)).isNotNull();
        tellLead(id);
        assertThat(state(id)).isEqualTo("RESOLVED");
        assertThat(assignee(id)).isEqualTo(technician.id());
    }

    @Test
    void passesOverDisabledMembers() {
        var disabled = support.technician();
        support.layer(team, disabled);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("active", false))
                .put("/api/users/%s/active".formatted(disabled.id()))
                .then()
                .statusCode(200);

        assertThat(assign(logged(support.customer()))).isNull();
    }

    private UUID assignNew(TestCustomer customer) {
        var id = logged(customer);
        assign(id);
        return assignee(id);
    }

    private UUID logged(TestCustomer customer) {
        return RequestWithoutProcess.of(organisation, customer, team);
    }

    private Duration assign(UUID id) {
        return organisation.as(() -> Given.bean(RequestAssigner.class).assign(id));
    }

    private boolean escalate(UUID id, AssignmentEnd cause) {
        return organisation.as(() -> Given.bean(RequestAssigner.class).escalate(id, cause, null));
    }

    private void tellLead(UUID id) {
        organisation.as(() -> {
            Given.bean(RequestAssigner.class).tellLead(id);
            return id;
        });
    }

    private UUID assignee(UUID id) {
        String assignee = organisation.as(Role.ADMIN).get("/api/requests/" + id).path("summary.assignee.id");
        return UUID.fromString(assignee);
    }

    private String state(UUID id) {
        return organisation.as(Role.ADMIN).get("/api/requests/" + id).path("summary.state");
    }
}
