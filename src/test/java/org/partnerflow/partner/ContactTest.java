package org.partnerflow.partner;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.partnerflow.partner.AccountBody.anAccount;
import static org.partnerflow.partner.AccountBody.anEmail;
import static org.partnerflow.partner.AccountBody.contactForm;
import static org.partnerflow.partner.AccountBody.contactIn;

@QuarkusTest
class ContactTest {
    private final TestOrganisation organisation = Given.organisation();

    @Test
    @Tag("R6")
    void theAccountListsItsContacts() {
        var account = anAccount().in(organisation);
        var other = anAccount().in(organisation);
        var contact = contactIn(organisation, account, anEmail());
        contactIn(organisation, other, anEmail());
        organisation
                .as(Role.TECHNICIAN)
                .queryParam("accountId", account)
                .get("/api/contacts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(contact.toString()))
                .body("items[0].status.label", equalTo("Current Partner"))
                .body("items[0].account.id", equalTo(account.toString()));
    }

    @Test
    @Tag("R8")
    void keepsEveryFieldOfAContact() {
        var form = contactForm(anAccount().in(organisation), anEmail());
        form.put("title", "Head of Partnerships");
        form.put("employerPartner", true);
        form.put("partnerTypeId", pick("PARTNER_TYPE"));
        form.put("practitionerTypeId", pick("PRACTITIONER_TYPE"));
        form.put("statusId", pick("CONTACT_STATUS"));
        organisation
                .as(Role.BROKER)
                .body(Map.of("contact", form))
                .post("/api/contacts")
                .then()
                .statusCode(201)
                .body("firstName", equalTo(form.get("firstName")))
                .body("lastName", equalTo(form.get("lastName")))
                .body("email", equalTo(form.get("email")))
                .body("title", equalTo("Head of Partnerships"))
                .body("employerPartner", equalTo(true))
                .body("partnerType.id", equalTo(form.get("partnerTypeId")))
                .body("practitionerType.id", equalTo(form.get("practitionerTypeId")))
                .body("status.id", equalTo(form.get("statusId")));
    }

    private String pick(String list) {
        return organisation
                .as(Role.BROKER)
                .get("/api/picklists")
                .path("find { it.list == '%s' }.entries[0].id".formatted(list));
    }

    @Test
    void asksWhenTheAddressIsKnown() {
        var account = anAccount().in(organisation);
        var email = anEmail();
        var known = contactIn(organisation, account, email);
        var form = contactForm(account, email.toUpperCase());
        organisation
                .as(Role.BROKER)
                .body(Map.of("contact", form))
                .post("/api/contacts")
                .then()
                .statusCode(409)
                .body("duplicates[0].recordId", equalTo(known.toString()))
                .body("duplicates[0].reasons[0]", equalTo("Same email address"));
        organisation
                .as(Role.BROKER)
                .body(Map.of("contact", form, "seenDuplicates", List.of(known)))
                .post("/api/contacts")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @DisplayName("31: an address with line breaks is refused")
    @ValueSource(
            strings = {
                "a@example.com\r\nBcc: b@example.com",
                "a@example.com\nb",
                "a b@example.com",
                "nobody",
                "a@b,c@d.example"
            })
    void refusesBadAddresses(String email) {
        organisation
                .as(Role.BROKER)
                .body(Map.of("contact", contactForm(anAccount().in(organisation), email)))
                .post("/api/contacts")
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString("email"));
    }

    @Test
    @DisplayName("11: who edits an older contact is told what is different")
    void refusesAStaleEdit() {
        var account = anAccount().in(organisation);
        var id = contactIn(organisation, account, anEmail());
        var form = contactForm(account, anEmail());
        organisation
                .as(Role.BROKER)
                .body(Map.of("version", 0, "contact", form))
                .put("/api/contacts/{id}", id)
                .then()
                .statusCode(200);
        organisation
                .as(Role.BROKER)
                .body(Map.of("version", 0, "contact", contactForm(account, anEmail())))
                .put("/api/contacts/{id}", id)
                .then()
                .statusCode(409)
                .body("differences.find { it.field == 'email' }.before", equalTo(form.get("email")));
    }

    @Test
    @DisplayName("22: contacts of another organisation are not there")
    void keepsOrganisationsApart() {
        var stranger = Given.organisation();
        var account = anAccount().in(stranger);
        var id = contactIn(stranger, account, anEmail());
        organisation.as(Role.ADMIN).get("/api/contacts/{id}", id).then().statusCode(404);
        organisation
                .as(Role.ADMIN)
                .queryParam("accountId", account)
                .get("/api/contacts")
                .then()
                .body("items", empty());
        organisation
                .as(Role.ADMIN)
                .body(Map.of("contact", contactForm(account, anEmail())))
                .post("/api/contacts")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("accountId"));
        organisation
                .as(Role.ADMIN)
                .body(Map.of("version", 0, "contact", contactForm(UUID.randomUUID(), anEmail())))
                .put("/api/contacts/{id}", id)
                .then()
                .statusCode(404);
    }

    @Test
    void globalSearchFindsOrganisationsAndPeople() {
        var account =
                anAccount("Wolfram & Söhne Research").with("town", "Champaign").in(organisation);
        var contact = contactForm(account, anEmail());
        contact.put("firstName", "Zoë");
        contact.put("lastName", "O'Brien-Wolfram");
        organisation
                .as(Role.BROKER)
                .body(Map.of("contact", contact))
                .post("/api/contacts")
                .then()
                .statusCode(201);
        for (var text : List.of("wolfram", "WOLF", "sohne", "olfra", "wolfram research", "champaign wolf")) {
            organisation
                    .as(Role.TECHNICIAN)
                    .queryParam("q", text)
                    .get("/api/search")
                    .then()
                    .statusCode(200)
                    .body("find { it.recordType == 'partner-account' }.title", equalTo("Wolfram & Söhne Research"));
        }
        for (var text : List.of("zoe", "obrien", "Zoë O'Bri")) {
            organisation
                    .as(Role.TECHNICIAN)
                    .queryParam("q", text)
                    .get("/api/search")
                    .then()
                    .body("find { it.recordType == 'contact' }.title", equalTo("Zoë O'Brien-Wolfram"))
                    .body("find { it.recordType == 'contact' }.subtitle", equalTo("Wolfram & Söhne Research"));
        }
        organisation
                .as(Role.TECHNICIAN)
                .queryParam("q", "nothing")
                .get("/api/search")
                .then()
                .body("", empty());
        organisation
                .as(Role.TECHNICIAN)
                .queryParam("q", "%")
                .get("/api/search")
                .then()
                .statusCode(200)
                .body("", empty());
        organisation.as(Role.TECHNICIAN).get("/api/search").then().statusCode(400);
    }
}
