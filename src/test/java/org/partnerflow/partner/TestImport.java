package org.partnerflow.partner;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;

import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.shared.Role;

import static io.restassured.RestAssured.given;

/** The steps of an import, as a broker of an organisation takes them. */
final class TestImport {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private TestImport() {}

    /** @param reading encoding and separator, where they are not to be guessed */
    static ValidatableResponse upload(TestOrganisation organisation, byte[] csv, Map<String, String> reading) {
        return given().cookie(
                        "partnerflow_session", organisation.user(Role.BROKER).session())
                .multiPart("file", "companies.csv", csv)
                .formParams(new HashMap<>(reading))
                .post("/api/imports")
                .then();
    }

    /** Checks it with the columns as they were guessed. */
    static JsonPath check(TestOrganisation organisation, String id) {
        return check(organisation, id, read(organisation, id).getList("mapping"));
    }

    static JsonPath check(TestOrganisation organisation, String id, List<String> mapping) {
        organisation
                .as(Role.BROKER)
                .body(Map.of("mapping", mapping))
                .post("/api/imports/{id}/check", id)
                .then()
                .statusCode(202);
        return await(organisation, id, "CHECKED");
    }

    static void run(TestOrganisation organisation, String id, boolean keepGood, boolean keepDuplicates) {
        organisation
                .as(Role.BROKER)
                .body(Map.of("keepGood", keepGood, "keepDuplicates", keepDuplicates))
                .post("/api/imports/{id}/run", id)
                .then()
                .statusCode(202);
    }

    static JsonPath await(TestOrganisation organisation, String id, String state) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> read(organisation, id), found -> state.equals(found.getString("state")));
    }

    private static JsonPath read(TestOrganisation organisation, String id) {
        return organisation.as(Role.BROKER).get("/api/imports/{id}", id).jsonPath();
    }
}
