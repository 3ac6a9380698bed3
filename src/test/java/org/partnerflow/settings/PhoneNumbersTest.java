package org.partnerflow.settings;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.ManagedType;

import db.migration.V0510__Store_phone_numbers_in_one_form;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.partnerflow.partner.AccountBody.anAccount;

/** One form of phone numbers, wherever one can be typed. */
@QuarkusTest
@Tag("F4.5")
class PhoneNumbersTest {
    private final TestOrganisation organisation = Given.organisation();

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    @Inject
    Sql sql;

    @Test
    void everyPhoneNumberOfARecordIsOne() {
        var typedOtherwise = entities.getMetamodel().getManagedTypes().stream()
                .map(ManagedType::getAttributes)
                .flatMap(attributes -> attributes.stream())
                .filter(attribute ->
                        attribute.getName().toLowerCase(Locale.ROOT).contains("phone"))
                .filter(attribute -> !attribute.getName().equals("phoneDigits"))
                .filter(attribute -> attribute.getJavaType() != PhoneNumber.class)
                .map(attribute ->
                        attribute.getDeclaringType().getJavaType().getSimpleName() + "." + attribute.getName())
                .toList();
        assertThat(typedOtherwise)
                .as("make the column a PhoneNumber: then it is checked, stored and found in one form")
                .isEmpty();
    }

    @Test
    void accountContactDealAndLeadStoreTheSameForm() {
        var typed = "\u202A303\u2011555\u20110199\u00A0ext.\u00A012\u202C";
        var account = anAccount().with("phone", typed).in(organisation);
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts/" + account)
                .then()
                .body("phone", is("+1 303-555-0199 ext. 12"));
        organisation
                .as(Role.BROKER)
                .body(Map.of(
                        "contact",
                        Map.of(
                                "accountId",
                                account,
                                "firstName",
                                "Ada",
                                "lastName",
                                "Hill",
                                "employerPartner",
                                false,
                                "phone",
                                typed)))
                .post("/api/contacts")
                .then()
                .statusCode(201)
                .body("phone", is("+1 303-555-0199 ext. 12"));
        var person = Map.of("firstName", "Ada", "lastName", "Hill", "email", "ada@example.org", "phone", typed);
        organisation
                .as(Role.BROKER)
                .body(Map.of("company", "Acme", "contact", person))
                .post("/api/leads")
                .then()
                .statusCode(201)
                .body("contact.phone", is("+1 303-555-0199 ext. 12"));
        organisation
                .as(Role.BROKER)
                .body(Map.of("name", "Chairs", "contacts", List.of(person)))
                .post("/api/deals")
                .then()
                .statusCode(201)
                .body("contacts[0].phone", is("+1 303-555-0199 ext. 12"));
        assertThat(stored("partner_account", "phone")).containsExactly("+13035550199;ext=12");
    }

    @Test
    void aNumberWithoutCodeIsOfTheAccountsCountryElseOfTheOrganisations() {
        choose("DE", "EUR").statusCode(200).body("country", is("DE"));
        var berlin = anAccount().with("phone", "030 1234567").in(organisation);
        var boston =
                anAccount().with("phone", "617-555-0123").with("country", "USA").in(organisation);
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts/" + berlin)
                .then()
                .body("phone", is("+49 30 1234567"));
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts/" + boston)
                .then()
                .body("phone", is("+1 617-555-0123"));
    }

    @Test
    void oneNumberFindsTheAccountHoweverItIsWritten() {
        anAccount("Aurora Community College").with("phone", "+1 303 555 0198").in(organisation);
        organisation
                .as(Role.BROKER)
                .body(anAccount("Something Else")
                        .with("phone", "(303) 555\u20110198")
                        .form())
                .post("/api/partner-accounts/hints")
                .then()
                .body("duplicates[0].reasons", hasItem("Same phone number"));
    }

    @Test
    void whatWasStoredAsTypedIsWrittenInTheOneForm() throws SQLException {
        var account = anAccount().with("phone", "303-555-0177").in(organisation);
        var unread = anAccount().with("phone", "303-555-0178").in(organisation);
        write(account, "(303) 555-0177 x4");
        write(unread, "1234");

        try (var connection = database.getConnection()) {
            var context = Mockito.mock(Context.class);
            Mockito.when(context.getConnection()).thenReturn(connection);
            new V0510__Store_phone_numbers_in_one_form().migrate(context);
        }

        assertThat(stored("partner_account", "phone")).containsExactlyInAnyOrder("+13035550177;ext=4", "1234");
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts/" + unread)
                .then()
                .body("phone", is("1234"));
    }

    @Test
    void settingsOfTheOrganisationAreCheckedAndAudited() {
        choose("Germany", "EUR").statusCode(400).body("violations[0].message", containsString("“Germany”"));
        choose("DE", "EURO").statusCode(400).body("violations[0].field", is("currency"));
        choose("DE", "EUR").statusCode(200).body("version", is(1));
        choose("US", "USD").statusCode(409).body("differences.field", hasItem("country"));
        organisation
                .as(Role.ADMIN)
                .get("/api/audit-entries")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("organisation-settings.changed"));
    }

    private ValidatableResponse choose(String country, String currency) {
        return organisation
                .as(Role.ADMIN)
                .body(Map.of("version", 0, "settings", Map.of("country", country, "currency", currency)))
                .put("/api/organisation-settings")
                .then();
    }

    private void write(UUID account, String typed) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("update partner_account set phone = ? where id = ?", typed, account));
    }

    private List<String> stored(String table, String column) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select %s from %s where organisation_id = ?".formatted(column, table),
                        row -> row.getString(1),
                        organisation.id()));
    }
}
