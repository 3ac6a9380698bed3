package org.partnerflow.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.search.SearchDocument;
import org.partnerflow.search.SearchIndex;
import org.partnerflow.search.match.Described.Kind;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.partnerflow.partner.AccountBody.anAccount;

/** Whoever enters or renames somebody that is there already is asked, however many others there are. */
@QuarkusTest
class DuplicatesTest {
    private final TestOrganisation organisation = Given.organisation();

    @Inject
    SearchIndex index;

    @Test
    @Tag("F7.3")
    void isFoundAmongThousandsOfAlikeOnesThatWereThereBefore() {
        stock(3_000, "Aurora %s Community College Outreach %d");
        anAccount("Community College of Aurora (CCA)").in(organisation);
        hints(
                Map.of("name", "Aurora Community College", "employerPartner", false),
                "Community College of Aurora (CCA)");
        hints(Map.of("name", "Aurora Comunity College", "employerPartner", false), "Community College of Aurora (CCA)");
    }

    @Test
    @Tag("F7.3")
    void strongEvidenceIsNotCutOffByWeaker() {
        stock(2_000, "Zephyr %s Trading %d");
        anAccount("Quite Another Name")
                .with("phone", "+1 303 555 0177")
                .with("website", "https://zephyr.example")
                .in(organisation);
        hints(
                Map.of(
                        "name",
                        "Zephyr Trading",
                        "employerPartner",
                        false,
                        "phone",
                        "+1 303-555-0177",
                        "website",
                        "zephyr.example/home"),
                "Quite Another Name");
    }

    @Test
    @Tag("F7.6")
    void aSharedHostIsNoEvidence() {
        anAccount("Blue Heron Bakery")
                .with("website", "https://m.facebook.com/")
                .in(organisation);
        organisation
                .as(Role.BROKER)
                .body(anAccount("Copper Kettle Tools")
                        .with("website", "https://www.facebook.com/")
                        .form())
                .post("/api/partner-accounts/hints")
                .then()
                .body("duplicates", empty());
    }

    @Test
    @Tag("F7.4")
    void contactsAreComparedByTheirNames() {
        var account = anAccount().in(organisation);
        add(account, "Isabella", "Lodder", null).statusCode(201);
        add(account, "Isablela", "Loddwr", null)
                .statusCode(409)
                .body("duplicates", hasSize(1))
                .body("duplicates[0].title", is("Isabella Lodder"));
        add(account, "Lodder", "Isabella", null).statusCode(409);
        add(account, "Edward", "Lodder", null).statusCode(201);
    }

    @Test
    @Tag("F7.4")
    void renamingAnAccountAsks() {
        anAccount("Silver Fern Logistics").in(organisation);
        var other = anAccount("Quartz Mining").in(organisation);
        var form = new HashMap<>(Map.<String, Object>of("name", "Silver Fern Logistics Ltd", "employerPartner", false));
        Map<String, Object> change = new HashMap<>(Map.of("version", 0, "account", form));
        String seen = organisation
                .as(Role.BROKER)
                .body(change)
                .put("/api/partner-accounts/{id}", other)
                .then()
                .statusCode(409)
                .body("duplicates.title", contains("Silver Fern Logistics"))
                .extract()
                .path("duplicates[0].recordId");
        change.put("seenDuplicates", List.of(seen));
        organisation
                .as(Role.BROKER)
                .body(change)
                .put("/api/partner-accounts/{id}", other)
                .then()
                .statusCode(200);
        form.put("town", "Oslo");
        organisation
                .as(Role.BROKER)
                .body(Map.of("version", 1, "account", form))
                .put("/api/partner-accounts/{id}", other)
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("F7.4")
    void anotherEmailOfAContactAsks() {
        var account = anAccount().in(organisation);
        var email = AccountBody.anEmail();
        add(account, "Grace", "Hopper", email).statusCode(201);
        String id =
                add(account, "Linus", "Pauling", null).statusCode(201).extract().path("id");
        var contact = form(account, "Linus", "Pauling", email);
        organisation
                .as(Role.BROKER)
                .body(Map.of("version", 0, "contact", contact))
                .put("/api/contacts/{id}", id)
                .then()
                .statusCode(409)
                .body("duplicates.reasons.flatten()", hasItem("Same email address"));
    }

    @Test
    @Tag("F6.3")
    void contactsAreFoundByTheNewNameOfTheirAccount() {
        var account = anAccount("Amber Valley Traders").in(organisation);
        add(account, "Rosalind", "Quill", null).statusCode(201);
        organisation
                .as(Role.BROKER)
                .body(Map.of("version", 0, "account", Map.of("name", "Cobalt Ridge Traders", "employerPartner", false)))
                .put("/api/partner-accounts/{id}", account)
                .then()
                .statusCode(200);
        organisation
                .as(Role.BROKER)
                .queryParam("q", "cobalt quill")
                .get("/api/search")
                .then()
                .body("title", contains("Rosalind Quill"));
    }

    @Test
    @Tag("F9")
    @Tag("R8")
    void peopleWithOneNameAreStoredByIt() {
        var account = anAccount().in(organisation);
        add(account, null, "Suharto", null).statusCode(201).body("name", is("Suharto"));
        organisation
                .as(Role.BROKER)
                .queryParam("q", "Suharto")
                .get("/api/contacts")
                .then()
                .body("items.name", contains("Suharto"));
        add(account, "Anna", " ", null)
                .statusCode(400)
                .body("violations.field", hasItem(org.hamcrest.Matchers.endsWith("lastName")));
        var contact = Map.of("lastName", "Suharto", "email", "suharto@example.org", "phone", "+1 303 555 0100");
        organisation
                .as(Role.BROKER)
                .body(Map.of("company", "Acme", "contact", contact))
                .post("/api/leads")
                .then()
                .statusCode(201)
                .body("contact.lastName", is("Suharto"));
    }

    private io.restassured.response.ValidatableResponse add(UUID account, String first, String last, String email) {
        return organisation
                .as(Role.BROKER)
                .body(Map.of("contact", form(account, first, last, email)))
                .post("/api/contacts")
                .then();
    }

    private static Map<String, Object> form(UUID account, String first, String last, String email) {
        var form = new HashMap<String, Object>();
        form.put("accountId", account);
        form.put("firstName", first);
        form.put("lastName", last);
        form.put("email", email);
        form.put("employerPartner", false);
        return form;
    }

    private void hints(Map<String, Object> form, String expected) {
        organisation
                .as(Role.BROKER)
                .body(form)
                .post("/api/partner-accounts/hints")
                .then()
                .statusCode(200)
                .body("duplicates.title", hasItem(expected));
    }

    /** Accounts as the search knows them, with ids that come before all others. */
    private void stock(int number, String name) {
        var words = List.of("North", "Summit", "Harbor", "Valley", "Prairie");
        var documents = new ArrayList<SearchDocument>();
        for (int i = 0; i < number; i++) {
            var title = name.formatted(words.get(i % words.size()), i);
            documents.add(new SearchDocument(
                    AccountDuplicates.ACCOUNT, Ids.next(), Kind.ORGANISATION, title, null, null, null, null, null));
        }
        organisation.as(() -> {
            QuarkusTransaction.requiringNew().run(() -> index.putAll(documents));
            return null;
        });
    }
}
