package org.partnerflow.partner;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.shared.Role;

/** Builds accounts and contacts for tests over REST. */
public final class AccountBody {
    private final Map<String, Object> account = new HashMap<>();

    private AccountBody(String name) {
        account.put("name", name);
        account.put("employerPartner", false);
    }

    public static AccountBody anAccount() {
        return anAccount("Account " + Given.unique());
    }

    public static AccountBody anAccount(String name) {
        return new AccountBody(name);
    }

    public AccountBody with(String field, Object value) {
        account.put(field, value);
        return this;
    }

    public Map<String, Object> form() {
        return account;
    }

    public Map<String, Object> body() {
        return new HashMap<>(Map.of("account", account));
    }

    /** Makes the account as the organisation's broker and returns its id. */
    public UUID in(TestOrganisation organisation) {
        return organisation
                .as(Role.BROKER)
                .body(body())
                .post("/api/partner-accounts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    /** Makes an account that is enabled as a partner. */
    public UUID partnerIn(TestOrganisation organisation) {
        var id = in(organisation);
        organisation
                .as(Role.BROKER)
                .post("/api/partner-accounts/{id}/enable-as-partner", id)
                .then()
                .statusCode(200);
        return id;
    }

    public static Map<String, Object> contactForm(UUID accountId, String email) {
        var contact = new HashMap<String, Object>();
        contact.put("accountId", accountId);
        contact.put("firstName", "Grace");
        contact.put("lastName", "Hopper " + Given.unique());
        contact.put("email", email);
        contact.put("phone", "+1 303 555 0100");
        contact.put("employerPartner", false);
        return contact;
    }

    public static UUID contactIn(TestOrganisation organisation, UUID accountId, String email) {
        return organisation
                .as(Role.BROKER)
                .body(Map.of("contact", contactForm(accountId, email)))
                .post("/api/contacts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    public static String anEmail() {
        return "person." + Given.unique() + "@example.com";
    }
}
