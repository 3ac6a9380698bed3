package org.partnerflow.deal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class WorkflowResourceTest {
    @Inject
    Workflows workflows;

    private TestOrganisation organisation;

    @BeforeEach
    void givenAnOrganisation() {
        organisation = Given.organisation();
    }

    @Test
    void makesAWorkflowFromTheShippedDiagram() {
        post("/api/workflows", Map.of("name", "Resellers"))
                .statusCode(201)
                .body("name", is("Resellers"))
                .body("processId", startsWith("deal-"))
                .body("isDefault", is(true))
                .body("publishing", is(false))
                .body("current.number", is(1))
                .body("current.published", is(true))
                .body("current.comment", is("The workflow as shipped"));
    }

    @Test
    void listsTheDefaultWorkflowFirst() {
        create("Resellers");
        create("Agents");

        get("/api/workflows").body("name", contains("Resellers", "Agents")).body("isDefault", contains(true, false));
    }

    @Test
    void refusesANameThatIsTaken() {
        create("Resellers");

        post("/api/workflows", Map.of("name", "Resellers"))
                .statusCode(409)
                .body("detail", containsString("Choose another name"));
    }

    @Test
    void renamesAWorkflow() {
        var id = create("Resellers");
        int version = get("/api/workflows/" + id).extract().path("version");

        put("/api/workflows/" + id, Map.of("version", version, "name", "Dealers"))
                .statusCode(200)
                .body("name", is("Dealers"));
        put("/api/workflows/" + id, Map.of("version", version, "name", "Others"))
                .statusCode(409);
    }

    @Test
    @Tag("S3")
    void makesAnotherWorkflowTheDefault() {
        var first = create("Resellers");
        var second = create("Agents");

        put("/api/workflows/" + second + "/default", Map.of()).statusCode(200).body("isDefault", is(true));
        get("/api/workflows/" + first).body("isDefault", is(false));
    }

    @Test
    void publishesAChangedDiagram() {
        var id = create("Resellers");
        var diagram = diagram(id).replace("name=\"Needs analysis\"", "name=\"Discovery\"");

        var version = publish(id, diagram, "Sales says discovery")
                .statusCode(201)
                .body("number", is(2))
                .body("published", is(true))
                .body("comment", is("Sales says discovery"))
                .body("publishedBy", is(organisation.user(Role.OPS_MANAGER).name()))
                .body("publishedAt", notNullValue())
                .extract()
                .<String>path("id");

        get("/api/workflows/" + id).body("current.id", is(version));
        get("/api/workflows/" + id + "/versions")
                .body("items.number", contains(2, 1))
                .body("next", nullValue());
        get("/api/workflows/" + id + "/versions/" + version).body("xml", containsString("Discovery"));
    }

    @Test
    void pagesVersions() {
        var id = create("Resellers");
        publish(id, diagram(id).replace("Needs analysis", "Discovery"), "One").statusCode(201);

        var page = get("/api/workflows/" + id + "/versions?limit=1").body("items.number", contains(2));
        String next = page.extract().path("next");
        get("/api/workflows/" + id + "/versions?limit=1&after=" + next)
                .body("items.number", contains(1))
                .body("next", nullValue());
    }

    @Test
    void tellsTheDoorWhatIsCurrent() throws Exception {
        var id = UUID.fromString(create("Resellers"));
        publish(id.toString(), diagram(id.toString()).replace("Needs analysis", "Discovery"), "One")
                .statusCode(201);

        var ready = organisation.as(() -> workflows.workflow(id));

        assertThat(ready.current().number()).isEqualTo(2);
        assertThat(ready.current().analysis().stages()).hasSize(5).anySatisfy(stage -> assertThat(stage.name())
                .isEqualTo("Discovery"));
        assertThat(organisation.as(() -> workflows.running(id, 2)))
                .hasValueSatisfying(version -> assertThat(version.number()).isEqualTo(2));
    }

    @Test
    @Tag("S3")
    void makesTheDefaultWorkflowAtTheFirstNeedOnce() throws Exception {
        Callable<UUID> ask =
                () -> organisation.as(() -> workflows.defaultWorkflow().id());
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                assertThat(answer.get()).isNotNull();
            }
        }
        var again = ask.call();

        get("/api/workflows").body("id", contains(again.toString())).body("name", contains("Deals"));
    }

    @Test
    @Tag("W3")
    void refusesADiagramWithErrorsAndNamesTheElement() {
        var id = create("Resellers");
        var before = get("/api/workflows/" + id).extract().path("current.id");

        publish(id, diagram(id).replace("partnerflow.notify", "evil.job"), "Try")
                .statusCode(422)
                .body("problems.elementId", hasItem("Task_RemindBroker"))
                .body("problems.severity", hasItem("ERROR"))
                .body("problems.message", hasItem(containsString("evil.job")));

        get("/api/workflows/" + id).body("current.id", equalTo(before)).body("publishing", is(false));
        get("/api/workflows/" + id + "/versions").body("items", hasSize(1));
    }

    @Test
    @DisplayName("32: what the engine alone finds is refused with its element, and leaves all as it was")
    @Tag("W3")
    void refusesWhatTheEngineDoesNotAccept() {
        var id = create("Resellers");

        publish(id, diagram(id).replace(">P7D<", ">=duration(<"), "Try")
                .statusCode(422)
                .body("problems.elementId", hasItem("Timer_ProposalOverdue"));

        get("/api/workflows/" + id).body("current.number", is(1)).body("publishing", is(false));
        publish(id, diagram(id).replace("Needs analysis", "Discovery"), "Right")
                .statusCode(201)
                .body("number", is(2));
    }

    @Test
    @DisplayName("32: hostile diagrams are refused and nothing is deployed")
    void refusesHostileDiagrams() {
        var id = create("Resellers");
        var diagram = diagram(id);
        var hostile = List.of(
                diagram.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
                diagram + " ".repeat(10_000_000),
                diagram.replace("</bpmn:process>", "<bpmn:scriptTask id=\"S\" /></bpmn:process>"),
                diagram.replace(
                        "<zeebe:taskDefinition type=\"partnerflow.notify\"",
                        "<zeebe:taskDefinition type=\"partnerflow.notify\" retries=\"0\""),
                diagram.replace(
                        "</bpmn:process>",
                        "<bpmn:callActivity id=\"C\"><bpmn:extensionElements><zeebe:calledElement processId=\"lead-offer\" />"
                                + "</bpmn:extensionElements></bpmn:callActivity></bpmn:process>"),
                "no diagram");
        for (var xml : hostile) {
            publish(id, xml, "Try").statusCode(422).body("problems", not(hasSize(0)));
        }
        get("/api/workflows/" + id + "/versions").body("items", hasSize(1));
    }

    @Test
    void checksWithoutPublishing() {
        var id = create("Resellers");

        post("/api/workflows/" + id + "/check", Map.of("diagram", diagram(id)))
                .statusCode(200)
                .body("publishable", is(true))
                .body("problems", hasSize(0));
        post("/api/workflows/" + id + "/check", Map.of("diagram", diagram(id).replace("name=\"Contract\"", "")))
                .statusCode(200)
                .body("publishable", is(false))
                .body("problems[0].elementId", is("Stage_Contract"));
    }

    @Test
    void warnsOfRunningDealsWhoseStageIsGone() {
        var workflow = TestDeals.defaultWorkflow(organisation).toString();
        TestDeals.standing(organisation.user(Role.BROKER));

        post(
                        "/api/workflows/" + workflow + "/check",
                        Map.of("diagram", diagram(workflow).replace("Stage_Qualification", "Stage_First")))
                .statusCode(200)
                .body("publishable", is(true))
                .body("problems.severity", contains("WARNING"))
                .body("problems[0].message", containsString("Running deals stand at \"Qualification\""));
    }

    @Test
    void refusesToPublishWhatIsPublishedAlready() {
        var id = create("Resellers");

        publish(id, diagram(id), "Again").statusCode(422).body("detail", containsString("nothing to publish"));
    }

    @Test
    void refusesToPublishOnAnOlderVersionThanTheCurrentOne() {
        var id = create("Resellers");
        String opened = get("/api/workflows/" + id).extract().path("current.id");
        var diagram = diagram(id);
        publish(id, diagram.replace("Needs analysis", "Discovery"), "Mine").statusCode(201);

        post(
                        "/api/workflows/" + id + "/versions",
                        Map.of(
                                "diagram",
                                diagram.replace("Needs analysis", "Research"),
                                "comment",
                                "Yours",
                                "basedOn",
                                opened))
                .statusCode(409)
                .body("detail", containsString("Somebody else published"));
    }

    @Test
    void refusesAnEmptyComment() {
        var id = create("Resellers");

        publish(id, diagram(id).replace("Needs analysis", "Discovery"), " ").statusCode(400);
    }

    @Test
    void goesBackToAnOlderVersion() {
        var id = create("Resellers");
        String first = get("/api/workflows/" + id).extract().path("current.id");
        publish(id, diagram(id).replace("Needs analysis", "Discovery"), "Try it")
                .statusCode(201);

        post("/api/workflows/" + id + "/versions/" + first + "/restore", Map.of("comment", "It was better"))
                .statusCode(201)
                .body("number", is(3));

        assertThat(diagram(id)).contains("Needs analysis").doesNotContain("Discovery");
    }

    @Test
    @Tag("W2")
    void givesTheTemplatesOfOurBuildingBlocks() {
        get("/api/workflows/templates")
                .body("name", hasItems("Deal stage", "Send email", "Notify", "Wait", "Close deal"))
                .body("id", not(hasItem("org.partnerflow.run-assignment-rules")))
                .body("properties", not(hasSize(0)));
    }

    @Test
    @DisplayName("22: another organisation's workflow is not there")
    void hidesOtherOrganisations() {
        var id = create("Resellers");
        String version = get("/api/workflows/" + id).extract().path("current.id");
        var diagram = diagram(id);
        var stranger = Given.organisation();

        for (var path : List.of("", "/versions", "/versions/" + version)) {
            stranger.as(Role.OPS_MANAGER)
                    .get("/api/workflows/" + id + path)
                    .then()
                    .statusCode(404);
        }
        stranger.as(Role.OPS_MANAGER)
                .body(Map.of("diagram", diagram, "comment", "Mine"))
                .post("/api/workflows/" + id + "/versions")
                .then()
                .statusCode(404);
        stranger.as(Role.OPS_MANAGER).get("/api/workflows").then().body("", hasSize(0));
    }

    @Test
    @DisplayName("22: another organisation's diagram cannot be published under its process")
    void refusesTheProcessIdOfAnotherOrganisation() {
        var theirs = diagram(create("Resellers"));
        var stranger = Given.organisation();
        String mine = stranger.as(Role.OPS_MANAGER)
                .body(Map.of("name", "Mine"))
                .post("/api/workflows")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        stranger.as(Role.OPS_MANAGER)
                .body(Map.of("diagram", theirs, "comment", "Take over"))
                .post("/api/workflows/" + mine + "/versions")
                .then()
                .statusCode(422)
                .body(
                        "problems.message",
                        hasItem(allOf(startsWith("Expected the process id"), endsWith("found by it."))));
    }

    private String create(String name) {
        return post("/api/workflows", Map.of("name", name))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String diagram(String id) {
        String current = get("/api/workflows/" + id).extract().path("current.id");
        return get("/api/workflows/" + id + "/versions/" + current).extract().path("xml");
    }

    private ValidatableResponse publish(String id, String diagram, String comment) {
        return post("/api/workflows/" + id + "/versions", Map.of("diagram", diagram, "comment", comment));
    }

    private ValidatableResponse get(String path) {
        return organisation.as(Role.OPS_MANAGER).get(path).then().statusCode(200);
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
        return organisation.as(Role.OPS_MANAGER).body(body).post(path).then();
    }

    private ValidatableResponse put(String path, Map<String, ?> body) {
        return organisation.as(Role.OPS_MANAGER).body(body).put(path).then();
    }

    @Test
    @Tag("F10.9")
    void listsVersionsWithoutTheirDrawings() {
        var organisation = Given.organisation();
        var workflow = TestDeals.defaultWorkflow(organisation);
        var versions = organisation.as(() -> QuarkusTransaction.requiringNew()
                .call(() -> Given.bean(WorkflowVersions.class).newestFirst(workflow, null, 10)));
        assertThat(versions).singleElement().satisfies(version -> {
            assertThat(Hibernate.isPropertyInitialized(version, "remark")).isTrue();
            assertThat(Hibernate.isPropertyInitialized(version, "diagram")).isFalse();
            assertThat(Hibernate.isPropertyInitialized(version, "analysis")).isFalse();
        });
    }
}
