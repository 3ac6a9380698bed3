package org.partnerflow.partner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Parallel;
import org.partnerflow.shared.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.partnerflow.partner.AccountBody.anAccount;
import static org.partnerflow.partner.AccountBody.anEmail;
import static org.partnerflow.partner.AccountBody.contactForm;

/** Two who make the same at the same moment get the answers that they would get one after the other. */
@QuarkusTest
class SameAtOnceTest {
    private final TestOrganisation organisation = Given.organisation();

    @Test
    @Tag("F2.3")
    void oneOfThreeParallelCreationsMakesTheAccount() {
        var broker = organisation.user(Role.BROKER);
        broker.session();
        anAccount("Somebody Else").in(organisation);
        var names = List.of("Aurora Textile Works", "Aurora Textile Works Inc.", "AURORA TEXTILE WORKS");
        var answers = Parallel.each(names, name -> broker.api()
                .body(anAccount(name).body())
                .post("/api/partner-accounts")
                .statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409);
        broker.api()
                .queryParam("q", "aurora")
                .get("/api/partner-accounts")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    @Tag("F2.3")
    void oneOfThreeParallelCreationsMakesTheContact() {
        var broker = organisation.user(Role.BROKER);
        broker.session();
        var account = anAccount().in(organisation);
        var email = anEmail();
        var answers = Parallel.times(3, () -> broker.api()
                .body(Map.of("contact", contactForm(account, email)))
                .post("/api/contacts")
                .statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409);
    }

    @Test
    @Tag("F2.3")
    void twoImportsOfTheSameLinesStoreThemOnce() {
        var places = List.of("Oslo", "Lima", "Quito", "Kyoto", "Turin", "Perth", "Accra", "Sofia", "Dakar", "Minsk");
        var lines = new ArrayList<>(List.of("Name"));
        places.forEach(place -> IntStream.rangeClosed(1, 15).forEach(i -> lines.add(place + " Bakery " + i)));
        var text = String.join("\n", lines);
        var broker = organisation.user(Role.BROKER);
        var ids = List.of(upload(text), upload(text));
        ids.forEach(id -> broker.api()
                .body(Map.of("mapping", List.of("NAME")))
                .post("/api/imports/{id}/check", id)
                .then()
                .statusCode(202));
        ids.forEach(id -> expectAtLast(id, "CHECKED"));
        Parallel.each(ids, id -> broker.api()
                .body(Map.of("keepGood", true, "keepDuplicates", false))
                .post("/api/imports/{id}/run", id)
                .statusCode());
        ids.forEach(id -> expectAtLast(id, "DONE"));
        var made = ids.stream().mapToInt(id -> count(id, "CREATED")).sum();
        var found = ids.stream().mapToInt(id -> count(id, "DUPLICATE")).sum();
        assertThat(made).isEqualTo(150);
        assertThat(found).isEqualTo(150);
    }

    private String upload(String text) {
        return given().cookie(
                        "partnerflow_session", organisation.user(Role.BROKER).session())
                .multiPart("file", "accounts.csv", text.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void expectAtLast(String id, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> organisation
                .as(Role.BROKER)
                .get("/api/imports/{id}", id)
                .path("state")
                .equals(state));
    }

    private int count(String id, String state) {
        return organisation.as(Role.BROKER).get("/api/imports/{id}", id).path("counts." + state);
    }
}
