package org.partnerflow.support.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class TeamResourceTest {
    private final TestSupport support = new TestSupport();
    private final Given.TestOrganisation organisation = support.organisation();

    @Test
    @Tag("O2")
    void hasLayersInOrderWithMembers() {
        String team = create("Field support")
                .then()
                .statusCode(201)
                .body("lead.name", equalTo(organisation.user(Role.ADMIN).name()))
                .extract()
                .path("id");
        String first = addLayer(team, "First line", 60, 480)
                .then()
                .statusCode(201)
                .body("layers[0].number", equalTo(1))
                .extract()
                .path("layers[0].id");
        String second = addLayer(team, "Experts", 120, 960).path("layers[1].id");
        var technician = organisation.user(Role.TECHNICIAN);

        member("PUT", team, second, technician.id())
                .then()
                .statusCode(200)
                .body(
                        "layers[1].members.userId",
                        equalTo(List.of(technician.id().toString())))
                .body("layers[1].members[0].partnerAccount", nullValue());
        member("PUT", team, second, technician.id())
                .then()
                .statusCode(200)
                .body("layers[1].members.size()", equalTo(1));
        order(team, List.of(second, first))
                .then()
                .statusCode(200)
                .body("layers.name", equalTo(List.of("Experts", "First line")))
                .body("layers.number", equalTo(List.of(1, 2)));
        member("DELETE", team, second, technician.id())
                .then()
                .statusCode(200)
                .body("layers[0].members.size()", equalTo(0));
        organisation
                .as(Role.ADMIN)
                .delete("/api/teams/%s/layers/%s".formatted(team, second))
                .then()
                .statusCode(200)
                .body("layers.name", equalTo(List.of("First line")))
                .body("layers.number", equalTo(List.of(1)));
        organisation.as(Role.TECHNICIAN).get("/api/teams").then().body("items.id", equalTo(List.of(team)));
    }

    @Test
    @Tag("O4")
    void refusesAPartnerUserWithoutAPartnerAccountAndSaysWhy() {
        var team = support.team();
        var layer = support.layer(team);
        var partner = organisation.user(Role.PARTNER);

        member("PUT", team.toString(), layer.toString(), partner.id())
                .then()
                .statusCode(422)
                .body("detail", containsString(partner.name()))
                .body("detail", containsString("not associated with a partner account"));
        organisation
                .as(Role.ADMIN)
                .queryParam("q", partner.name())
                .get("/api/teams/candidates")
                .then()
                .body("[0].refusal", containsString("not associated with a partner account"));
    }

    @Test
    @Tag("O3")
    void takesAPartnerUserOfAPartnerAccount() {
        var team = support.team();
        var layer = support.layer(team);
        var partner = support.partnerUser(support.account("Northern Repairs"));

        member("PUT", team.toString(), layer.toString(), partner.id())
                .then()
                .statusCode(200)
                .body("layers[0].members[0].name", equalTo(partner.name()))
                .body("layers[0].members[0].partnerAccount.name", equalTo("Northern Repairs"));
    }

    @Test
    void refusesWhoWorksOnNoRequestsAndWhoIsDisabled() {
        var team = support.team();
        var layer = support.layer(team);
        var broker = organisation.user(Role.BROKER);
        member("PUT", team.toString(), layer.toString(), broker.id())
                .then()
                .statusCode(422)
                .body("detail", containsString("neither a technician nor a partner user"));

        var technician = support.technician();
        organisation
                .as(Role.ADMIN)
                .body(Map.of("active", false))
                .put("/api/users/%s/active".formatted(technician.id()))
                .then()
                .statusCode(200);
        member("PUT", team.toString(), layer.toString(), technician.id())
                .then()
                .statusCode(422)
                .body("detail", containsString("is disabled"));
    }

    @Test
    void offersCandidatesButNoCustomers() {
        var technician = organisation.user(Role.TECHNICIAN);
        var customer = organisation.user(Role.CUSTOMER);

        organisation
                .as(Role.ADMIN)
                .get("/api/teams/candidates")
                .then()
                .statusCode(200)
                .body("userId", hasItem(technician.id().toString()))
                .body("userId", not(hasItem(customer.id().toString())))
                .body("find { it.userId == '%s' }.refusal".formatted(technician.id()), nullValue());
    }

    @Test
    void changesNameLeadAndTimes() {
        String team = create("Support").path("id");
        var lead = organisation.user(Role.TECHNICIAN);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("name", "Support North", "leadUserId", lead.id(), "version", 0))
                .put("/api/teams/" + team)
                .then()
                .statusCode(200)
                .body("name", equalTo("Support North"))
                .body("lead.id", equalTo(lead.id().toString()));
        String layer = addLayer(team, "First", 60, 480).path("layers[0].id");

        changeLayer(team, layer, 30, 0)
                .then()
                .statusCode(200)
                .body("layers[0].responseMinutes", equalTo(30))
                .body("layers[0].version", equalTo(1));
    }

    @Test
    @DisplayName("11: two people edit one team or layer: the second gets 409 with the difference")
    void refusesAnEditOfAnOlderState() {
        String team = create("Support").path("id");
        var admin = organisation.user(Role.ADMIN).id();
        var path = "/api/teams/" + team;
        organisation
                .as(Role.ADMIN)
                .body(Map.of("name", "A", "leadUserId", admin, "version", 0))
                .put(path);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("name", "B", "leadUserId", admin, "version", 0))
                .put(path)
                .then()
                .statusCode(409)
                .body("differences.before", equalTo(List.of("A")));

        String layer = addLayer(team, "First", 60, 480).path("layers[0].id");
        changeLayer(team, layer, 30, 0).then().statusCode(200);
        changeLayer(team, layer, 20, 0)
                .then()
                .statusCode(409)
                .body("differences.field", equalTo(List.of("responseMinutes")));
        order(team, List.of(layer, UUID.randomUUID().toString())).then().statusCode(409);
    }

    @Test
    void refusesLeadsWhoAreNoStaffAndNamesThatAreTaken() {
        create("Support").then().statusCode(201);
        create("SUPPORT").then().statusCode(409);
        organisation
                .as(Role.ADMIN)
                .body(Map.of(
                        "name",
                        "Other",
                        "leadUserId",
                        organisation.user(Role.CUSTOMER).id()))
                .post("/api/teams")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("leadUserId"))
                .body("violations.message", hasItem(containsString("cannot lead a team")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"name\":\"First\",\"responseMinutes\":0,\"resolutionMinutes\":10}",
                "{\"name\":\"First\",\"responseMinutes\":10,\"resolutionMinutes\":9}",
                "{\"name\":\"First\",\"responseMinutes\":99999999999,\"resolutionMinutes\":9}",
                "{\"name\":\"First\",\"responseMinutes\":\"PT1H\",\"resolutionMinutes\":9}",
                "{\"name\":\"Fi\\nrst\",\"responseMinutes\":1,\"resolutionMinutes\":9}",
                "{\"name\":\"First\",\"responseMinutes\":1,\"resolutionMinutes\":9,\"teamId\":\"x\"}"
            })
    void saysWhatIsWrongWithALayer(String body) {
        organisation
                .as(Role.ADMIN)
                .body(body)
                .post("/api/teams/%s/layers".formatted(support.team()))
                .then()
                .statusCode(400);
    }

    @Test
    void refusesFormsThatAreNoForms() {
        var team = support.team();
        for (var body : List.of("", "[]", "{\"layerIds\":[]}", "{\"layerIds\":[null]}", "{\"layerIds\":[\"x\"]}")) {
            organisation
                    .as(Role.ADMIN)
                    .body(body)
                    .put("/api/teams/%s/layers".formatted(team))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    @DisplayName("22: another organisation's teams, layers and users do not exist")
    void doesNotKnowOthers() {
        var stranger = new TestSupport();
        var theirTeam = stranger.team();
        var theirLayer = stranger.layer(theirTeam);
        var team = support.team();
        var layer = support.layer(team);

        organisation.as(Role.ADMIN).get("/api/teams/" + theirTeam).then().statusCode(404);
        addLayer(theirTeam.toString(), "Mine", 1, 2).then().statusCode(404);
        member(
                        "PUT",
                        theirTeam.toString(),
                        theirLayer.toString(),
                        support.technician().id())
                .then()
                .statusCode(404);
        member(
                        "PUT",
                        team.toString(),
                        theirLayer.toString(),
                        support.technician().id())
                .then()
                .statusCode(404);
        member("PUT", team.toString(), layer.toString(), stranger.technician().id())
                .then()
                .statusCode(404);
        organisation.as(Role.ADMIN).get("/api/teams").then().body("items.id", equalTo(List.of(team.toString())));
    }

    private Response create(String name) {
        return organisation
                .as(Role.ADMIN)
                .body(Map.of(
                        "name",
                        name,
                        "leadUserId",
                        organisation.user(Role.ADMIN).id()))
                .post("/api/teams");
    }

    private Response addLayer(String team, String name, int response, int resolution) {
        return organisation
                .as(Role.ADMIN)
                .body(Map.of("name", name, "responseMinutes", response, "resolutionMinutes", resolution))
                .post("/api/teams/%s/layers".formatted(team));
    }

    private Response changeLayer(String team, String layer, int response, int version) {
        return organisation
                .as(Role.ADMIN)
                .body(Map.of(
                        "name", "First", "responseMinutes", response, "resolutionMinutes", 480, "version", version))
                .put("/api/teams/%s/layers/%s".formatted(team, layer));
    }

    private Response order(String team, List<String> layers) {
        return organisation.as(Role.ADMIN).body(Map.of("layerIds", layers)).put("/api/teams/%s/layers".formatted(team));
    }

    private Response member(String method, String team, String layer, UUID user) {
        return organisation
                .as(Role.ADMIN)
                .request(method, "/api/teams/%s/layers/%s/members/%s".formatted(team, layer, user));
    }
}
