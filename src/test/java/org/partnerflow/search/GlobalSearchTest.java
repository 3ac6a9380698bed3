package org.partnerflow.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.lead.LeadWorld;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.isIn;
import static org.hamcrest.Matchers.startsWith;
import static org.partnerflow.partner.AccountBody.anAccount;

@QuarkusTest
@Tag("F6.3")
class GlobalSearchTest {
    private static final Path DECISIONS = Path.of("src/test/resources/searched.txt");

    private final TestOrganisation organisation = Given.organisation();

    @Inject
    EntityManager entities;

    @Inject
    Instance<SearchSource> sources;

    /** A line is the name of an entity and the record type that it is found as, or "not" and why. */
    @Test
    void ofEveryTypeOfRecordItIsDecidedWhetherItIsFound() throws IOException {
        var decisions = new TreeMap<String, String>();
        Files.readAllLines(DECISIONS).stream()
                .map(line -> line.split(" ", 2))
                .forEach(words -> decisions.put(words[0], words[1]));
        var entityNames = entities.getMetamodel().getEntities().stream()
                .map(entity -> entity.getJavaType().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(decisions.keySet())
                .as("Say in %s how the search finds each of these", DECISIONS)
                .containsExactlyElementsOf(entityNames);
        var found = decisions.values().stream()
                .filter(decision -> !decision.startsWith("not "))
                .collect(Collectors.toSet());
        assertThat(sources.stream().map(source -> source.recordType().word()).collect(Collectors.toSet()))
                .as("Each record type that is found has a SearchSource")
                .isEqualTo(found);
    }

    @Test
    void findsContactsByWholeAddressNumberAndName() {
        var account = anAccount().in(organisation);
        var email = "rosalind.quill." + Given.unique() + "@example.org";
        contact(account, "Rosalind", "Quill", email, "+1 303 555 0142");
        contact(account, "Quentin", "Rosa", "other." + Given.unique() + "@example.org", "+1 303 555 0143");
        for (var text : new String[] {
            email,
            email.toUpperCase(),
            "303-555-0142",
            "(303) 555-0142",
            "Rosalind Quill",
            "quill rosalind",
            "Rosalnid",
            "Rosalínd",
            "Quil"
        }) {
            search(Role.BROKER, text).body("title", hasItem("Rosalind Quill")).body("recordType", hasItem("contact"));
        }
    }

    @Test
    void findsRequestsCustomersUnitsAndPeople() {
        var unit = organisation
                .as(Role.ADMIN)
                .body(Map.of("name", "Northgate Branch"))
                .post("/api/org-units")
                .then()
                .statusCode(201)
                .extract()
                .path("id")
                .toString();
        organisation
                .as(Role.ADMIN)
                .body(Map.of(
                        "name",
                        "Wilma Northgate",
                        "email",
                        "wilma." + Given.unique() + "@example.org",
                        "orgUnitId",
                        unit))
                .post("/api/customers")
                .then()
                .statusCode(201);
        search(Role.BROKER, "Northgate")
                .body("find { it.recordType == 'org-unit' }.title", is("Northgate Branch"))
                .body("find { it.recordType == 'customer' }.title", is("Wilma Northgate"));
        var technician = organisation.user(Role.TECHNICIAN);
        search(Role.BROKER, technician.name()).body("find { it.recordType == 'user' }.title", is(technician.name()));
    }

    /** Of every type that is searched there is one whose name has the word. */
    @Test
    void forgivesASlipInEveryTypeOfRecord() {
        var admin = organisation.user(Role.ADMIN);
        var account = anAccount("Northgate Supplies").in(organisation);
        contact(account, "Nelly", "Northgate", "nelly." + Given.unique() + "@example.org", "+1 303 555 0144");
        created("/api/leads", LeadWorld.aLead("Northgate Schools"));
        created("/api/deals", Map.of("name", "Northgate desks", "contacts", List.of(LeadWorld.aContact())));
        created("/api/users", person("Norma Northgate", "roles", List.of("TECHNICIAN")));
        var unit = created("/api/org-units", Map.of("name", "Northgate Branch"));
        var customer = created("/api/customers", person("Wilma Northgate", "orgUnitId", unit));
        created("/api/teams", Map.of("name", "First line", "leadUserId", admin.id()));
        created("/api/requests", Map.of("subject", "Northgate printer", "text", "It jams.", "customerId", customer));

        for (var source : sources) {
            for (var text : List.of("Northgate", "Nortgate", "Nrothgate", "Northgaet", "Northhgate", "Northhate")) {
                search(Role.ADMIN, text)
                        .body("recordType", hasItem(source.recordType().word()));
            }
        }
        search(Role.ADMIN, "Wilma Nortgate").body("title", hasItem("Wilma Northgate"));
        search(Role.ADMIN, "Wilma Southgate").body("title", empty());
    }

    private static Map<String, Object> person(String name, String field, Object value) {
        return Map.of("name", name, "email", Given.unique() + "@example.org", field, value);
    }

    private String created(String path, Map<String, ?> body) {
        var id = organisation
                .as(Role.ADMIN)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return id.getString("id") == null ? id.getString("summary.id") : id.getString("id");
    }

    @Test
    void partnersAndCustomersFindTheirOwnOnly() {
        anAccount("Hidden Harbour Works").in(organisation);
        organisation
                .as(Role.BROKER)
                .body(Map.of(
                        "company",
                        "Hidden Harbour Lead",
                        "contact",
                        Map.of("lastName", "Suharto", "email", "s@example.org", "phone", "+1 303 555 0100")))
                .post("/api/leads")
                .then()
                .statusCode(201);
        search(Role.BROKER, "Hidden Harbour").body("title", hasItem("Hidden Harbour Works"));
        search(Role.PARTNER, "Hidden Harbour").body("", empty());
        search(Role.CUSTOMER, "Hidden Harbour").body("", empty());
        var world = LeadWorld.create();
        var partner = world.partnerUsers(1).getFirst();
        partner.api()
                .body(LeadWorld.aLead("Bright Meadow Farms"))
                .post("/api/leads")
                .then()
                .statusCode(201);
        partner.api()
                .queryParam("q", "Bright Meadow")
                .get("/api/search")
                .then()
                .statusCode(200)
                .body("title", hasItem("Bright Meadow Farms"))
                .body("recordType", everyItem(isIn(List.of("lead", "deal"))));
    }

    @Test
    void leadsAreFoundByFirstAndLastName() {
        organisation
                .as(Role.BROKER)
                .body(Map.of(
                        "company",
                        "Acme",
                        "contact",
                        Map.of(
                                "firstName",
                                "Ada",
                                "lastName",
                                "Hillier",
                                "email",
                                "a@example.org",
                                "phone",
                                "+1 303 555 0100")))
                .post("/api/leads")
                .then()
                .statusCode(201);
        organisation
                .as(Role.BROKER)
                .queryParam("q", "Ada Hillier")
                .get("/api/leads")
                .then()
                .body("items.company", contains("Acme"));
    }

    private ValidatableResponse search(Role role, String text) {
        return organisation
                .as(role)
                .queryParam("q", text)
                .get("/api/search")
                .then()
                .statusCode(200);
    }

    private void contact(Object account, String first, String last, String email, String phone) {
        var contact = new HashMap<String, Object>();
        contact.put("accountId", account);
        contact.put("firstName", first);
        contact.put("lastName", last);
        contact.put("email", email);
        contact.put("phone", phone);
        contact.put("employerPartner", false);
        organisation
                .as(Role.BROKER)
                .body(Map.of("contact", contact))
                .post("/api/contacts")
                .then()
                .statusCode(201)
                .body("name", startsWith(first));
    }
}
