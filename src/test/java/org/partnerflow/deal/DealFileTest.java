package org.partnerflow.deal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.partnerflow.deal.TestDeals.body;
import static org.partnerflow.deal.TestDeals.create;
import static org.partnerflow.deal.TestDeals.move;
import static org.partnerflow.deal.TestDeals.partnerOf;
import static org.partnerflow.deal.TestDeals.standing;

/** Files on deals: added, shared, downloaded, removed. */
@QuarkusTest
@Tag("S22")
class DealFileTest {
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Inject
    Sql sql;

    private TestUser broker;
    private TestUser partner;
    private String deal;

    @BeforeEach
    void givenADeal() {
        broker = Given.organisation().user(Role.BROKER);
        partner = partnerOf(broker);
        deal = create(partner, body("Chairs", Map.of()));
    }

    @Test
    void keepsAFileAsItWas() {
        var content = new byte[3 * 512 * 1024 + 17];
        ThreadLocalRandom.current().nextBytes(content);
        System.arraycopy(PDF, 0, content, 0, PDF.length);
        var file = add(broker, "Offer, 2nd.pdf", content, true)
                .statusCode(201)
                .body("name", equalTo("Offer, 2nd.pdf"))
                .body("mediaType", equalTo("application/pdf"))
                .body("size", is(content.length))
                .body("authorName", equalTo(broker.name()))
                .extract()
                .<String>path("id");

        var answer = partner.api().get("/api/deals/{id}/files/{file}/content", deal, file);

        answer.then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"))
                .header("Content-Length", equalTo(String.valueOf(content.length)))
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''Offer%2C%202nd.pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", containsString("no-store"));
        assertThat(Arrays.equals(answer.asByteArray(), content)).isTrue();
    }

    @Test
    @Tag("S24")
    void showsABrokersFileToThePartnerOnlyWhenItIsShared() {
        var file =
                add(broker, "Prices.pdf", PDF, false).statusCode(201).extract().<String>path("id");
        files(partner).body("$", empty());
        partner.api()
                .get("/api/deals/{id}/files/{file}/content", deal, file)
                .then()
                .statusCode(404);
        share(partner, file, 0, true).statusCode(404);
        partner.api().delete("/api/deals/{id}/files/{file}", deal, file).then().statusCode(404);
        partner.api()
                .get("/api/deals/{id}/activity", deal)
                .then()
                .body("items.action", not(hasItem("deal.file-added")));

        share(broker, file, 0, true).statusCode(200).body("shared", is(true)).body("version", is(1));
        files(partner).body("name", contains("Prices.pdf"));
        share(broker, file, 0, false).statusCode(409);
        partner.api().delete("/api/deals/{id}/files/{file}", deal, file).then().statusCode(403);

        broker.api()
                .get("/api/deals/{id}/activity", deal)
                .then()
                .body(
                        "items.findAll { it.action.startsWith('deal.file') }.action",
                        contains("deal.file-shared", "deal.file-added"));
    }

    @Test
    void sharesWhatAPartnerAddsAndLetsThemRemoveIt() {
        var file = add(partner, "../../x/Terms.pdf", PDF, false)
                .statusCode(201)
                .body("name", equalTo("Terms.pdf"))
                .body("shared", is(true))
                .extract()
                .<String>path("id");
        files(broker).body("name", contains("Terms.pdf"));
        share(broker, file, 0, false).statusCode(422);

        partner.api().delete("/api/deals/{id}/files/{file}", deal, file).then().statusCode(204);

        files(broker).body("$", empty());
        broker.api()
                .get("/api/deals/{id}/files/{file}/content", deal, file)
                .then()
                .statusCode(404);
        assertThat(storedParts()).isZero();
    }

    @Test
    @DisplayName("29: what is no document or picture is refused, and nothing is kept")
    void refusesWhatIsNoDocumentOrPicture() {
        var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        add(broker, "page.pdf", page, true).statusCode(422).body("detail", containsString("is text/html"));
        add(broker, "offer.pdf.html", PDF, true)
                .statusCode(422)
                .body("detail", containsString("a name that ends with .pdf"));
        add(broker, "empty.pdf", new byte[0], true).statusCode(422).body("detail", containsString("at most 10 MB"));
        var large = Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1);
        add(broker, "large.pdf", large, true).statusCode(422).body("detail", containsString("at most 10 MB"));
        add(broker, "bell\u0007.pdf", PDF, true).statusCode(400);
        broker.api()
                .contentType(ContentType.MULTIPART)
                .multiPart("shared", "true")
                .post("/api/deals/{id}/files", deal)
                .then()
                .statusCode(400)
                .body("violations.field", contains("file"));
        files(broker).body("$", empty());
        assertThat(storedParts()).isZero();
    }

    @Test
    void hidesFilesFromOthers() {
        var file = add(broker, "Offer.pdf", PDF, true).extract().<String>path("id");
        var stranger = Given.organisation().user(Role.BROKER);
        var other = partnerOf(broker);
        for (var nobody : new TestUser[] {stranger, other}) {
            nobody.api().get("/api/deals/{id}/files", deal).then().statusCode(404);
            nobody.api()
                    .get("/api/deals/{id}/files/{file}/content", deal, file)
                    .then()
                    .statusCode(404);
            nobody.api()
                    .delete("/api/deals/{id}/files/{file}", deal, file)
                    .then()
                    .statusCode(404);
            add(nobody, "Mine.pdf", PDF, true).statusCode(404);
        }
        var own = create(other, body("Lamps", Map.of()));
        other.api()
                .get("/api/deals/{id}/files/{file}/content", own, file)
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("W7")
    void isDemandedByAStageWhereTheDiagramSaysSo() {
        publishWithAFileDemandedInTheFirstStage();
        deal = standing(broker);
        move(broker, deal, Map.of("outcome", "Qualified"))
                .statusCode(422)
                .body("requires", is("file"))
                .body("detail", equalTo("Qualification demands a file before a deal is moved on. Add one."));

        add(broker, "Proof.pdf", PDF, false).statusCode(201);

        move(broker, deal, Map.of("outcome", "Qualified")).statusCode(200);
    }

    private void publishWithAFileDemandedInTheFirstStage() {
        var ops = broker.organisation().user(Role.OPS_MANAGER);
        var workflow = TestDeals.defaultWorkflow(broker.organisation());
        String version = ops.api().get("/api/workflows/{id}", workflow).path("current.id");
        String diagram = ops.api()
                .get("/api/workflows/{id}/versions/{version}", workflow, version)
                .path("xml");
        var changed = diagram.replaceFirst("key=\"requires\" value=\"none\"", "key=\"requires\" value=\"file\"");
        ops.api()
                .body(Map.of("diagram", changed, "comment", "No deal without proof"))
                .post("/api/workflows/{id}/versions", workflow)
                .then()
                .statusCode(201)
                .body("published", is(true));
    }

    private ValidatableResponse add(TestUser user, String name, byte[] content, boolean shared) {
        return user.api()
                .contentType(ContentType.MULTIPART)
                .multiPart("file", name, content)
                .multiPart("shared", String.valueOf(shared))
                .post("/api/deals/{id}/files", deal)
                .then();
    }

    private ValidatableResponse share(TestUser user, String file, int version, boolean shared) {
        return user.api()
                .body(Map.of("version", version, "shared", shared))
                .put("/api/deals/{id}/files/{file}", deal, file)
                .then();
    }

    private ValidatableResponse files(TestUser user) {
        return user.api().get("/api/deals/{id}/files", deal).then().statusCode(200);
    }

    private int storedParts() {
        return sql.query(
                        "select count(*) from stored_file_part p join stored_file f on f.id = p.file_id where f.organisation_id = ?",
                        row -> row.getInt(1),
                        broker.organisation().id())
                .getFirst();
    }
}
