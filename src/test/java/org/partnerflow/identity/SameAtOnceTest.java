package org.partnerflow.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Parallel;
import org.partnerflow.Rival;
import org.partnerflow.partner.AccountBody;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Of two who make the same person at once, the second gets the answer that they would get after the first. */
@QuarkusTest
@Tag("F2.3")
class SameAtOnceTest {
    private final TestOrganisation organisation = Given.organisation();
    private final String email = "twin-" + Given.unique() + "@example.org";

    @Test
    void twoOrganisationsInviteOneNewPerson() throws Exception {
        var other = Given.organisation();
        organisation.user(Role.ADMIN).session();

        var answer = Rival.of(
                () -> organisation
                        .as(Role.ADMIN)
                        .body(Map.of("email", email, "name", "Twin", "roles", List.of("BROKER")))
                        .post("/api/users"),
                () -> other.as(() -> Given.bean(UserService.class).createMember(email, "Twin", Set.of(Role.BROKER))),
                () -> {});

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        UUID id = UUID.fromString(answer.path("id"));
        assertThat(other.as(() -> Given.bean(UserService.class).memberByEmail(email)))
                .hasValueSatisfying(member -> assertThat(member.id()).isEqualTo(id));
    }

    @Test
    void oneOrganisationInvitesANewPersonTwice() {
        var admin = organisation.user(Role.ADMIN);
        admin.session();

        var answers = Parallel.times(3, () -> admin.api()
                .body(Map.of("email", email, "name", "Twin", "roles", List.of("BROKER")))
                .post("/api/users")
                .statusCode());

        assertThat(answers).containsOnly(201);
    }

    @Test
    @DisplayName("a contact is enabled twice at once: one is the partner user, the other is told that there is one")
    void enablesAContactOnce() {
        var broker = organisation.user(Role.BROKER);
        broker.session();
        var contact =
                AccountBody.contactIn(organisation, AccountBody.anAccount().partnerIn(organisation), email);

        var answers = Parallel.times(3, () -> broker.api()
                .body(Map.of("contactId", contact, "allocatedTo", List.of()))
                .post("/api/partner-users")
                .statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 422, 422);
    }

    @Test
    void twoValuesOfAListAreNotTheSame() throws Exception {
        var admin = organisation.user(Role.ADMIN);
        admin.api().get("/api/picklists").then().statusCode(200);

        var answers = Parallel.times(
                3, () -> admin.api().body(Map.of("label", "Twins")).post("/api/picklists/{list}/entries", "REGION"));

        assertThat(answers).extracting(answer -> answer.statusCode()).containsExactlyInAnyOrder(201, 400, 400);
        answers.stream().filter(answer -> answer.statusCode() == 400).forEach(answer -> answer.then()
                .body(containsString("label")));
    }
}
