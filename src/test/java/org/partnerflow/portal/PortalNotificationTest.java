package org.partnerflow.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.partnerflow.partner.AccountBody.anAccount;
import static org.partnerflow.partner.AccountBody.contactIn;

@QuarkusTest
class PortalNotificationTest {
    private final TestOrganisation organisation = Given.organisation();

    @BeforeEach
    void givenAPartnerUser() {
        var contact = contactIn(
                organisation,
                anAccount().partnerIn(organisation),
                organisation.user(Role.PARTNER).email());
        organisation.as(() -> Given.bean(PartnerUserService.class).admit(contact, List.of()));
    }

    @Test
    void partnerTurnsOnWhatIsOffered() {
        choose(Map.of("on", Set.of("DEAL_MOVED")))
                .statusCode(200)
                .body("find { it.notification == 'DEAL_MOVED' }.on", equalTo(true))
                .body("find { it.notification == 'DEAL_CLOSED' }.on", equalTo(false));
        assertThat(wants(PortalNotification.DEAL_MOVED)).isTrue();
        assertThat(wants(PortalNotification.DEAL_CLOSED)).isFalse();
    }

    @Test
    void whatIsNotOfferedIsNotShownAndCannotBeTurnedOn() {
        choose(Map.of("on", Set.of("DEAL_MOVED"))).statusCode(200);
        organisation
                .as(Role.ADMIN)
                .body(Map.of(
                        "version",
                        0,
                        "settings",
                        Map.of(
                                "mailPartnerAdded",
                                true,
                                "mailDealShared",
                                true,
                                "notifications",
                                Set.of("DEAL_CLOSED"))))
                .put("/api/portal-settings")
                .then()
                .statusCode(200);
        organisation
                .as(Role.PARTNER)
                .get("/api/portal-notifications")
                .then()
                .statusCode(200)
                .body("notification", not(hasItem("DEAL_MOVED")));
        choose(Map.of("on", Set.of("DEAL_MOVED"))).statusCode(400).body("violations[0].field", equalTo("on"));
        assertThat(wants(PortalNotification.DEAL_MOVED)).isFalse();
    }

    @Test
    @DisplayName("24: fields that are not on the form are refused, as partner too")
    void refusesForeignFields() {
        for (var field : List.of("role", "organisationId", "ownerId", "partnerId", "userId")) {
            choose(Map.of("on", Set.of(), field, UUID.randomUUID()))
                    .statusCode(400)
                    .body("violations[0].field", containsString(field));
        }
        choose(Map.of("on", Set.of("EVERYTHING"))).statusCode(400);
        choose(Map.of()).statusCode(400);
    }

    @Test
    @DisplayName("27: a partner user whose log-in is disabled is out with the next request")
    void disabledPartnerIsOut() {
        var partner = organisation.user(Role.PARTNER);
        partner.api().get("/api/portal-notifications").then().statusCode(200);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("active", false))
                .put("/api/users/{id}/active", partner.id())
                .then()
                .statusCode(200);
        partner.api().get("/api/portal-notifications").then().statusCode(401);
        organisation
                .as(Role.BROKER)
                .get("/api/partner-users/eligibility")
                .then()
                .body("[0].eligible", equalTo(false))
                .body("[0].reason", containsString("is disabled"));
    }

    private boolean wants(PortalNotification notification) {
        return organisation.as(() -> Given.bean(PartnerUsers.class)
                .wants(organisation.user(Role.PARTNER).id(), notification));
    }

    private ValidatableResponse choose(Map<String, ?> form) {
        return organisation
                .as(Role.PARTNER)
                .body(form)
                .put("/api/portal-notifications")
                .then();
    }
}
