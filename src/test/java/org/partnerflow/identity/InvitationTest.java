package org.partnerflow.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.MailedLinks;
import org.partnerflow.Parallel;
import org.partnerflow.identity.proof.Secrets;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class InvitationTest {
    private static final String NEW_PASSWORD = "a long enough password";

    private Given.TestOrganisation organisation;
    /** Somebody who has no log-in yet. */
    private User user;

    @BeforeEach
    void someUser() {
        organisation = Given.organisation();
        var email = "invited-" + Given.unique() + "@example.org";
        user = organisation.as(() -> Given.bean(UserService.class).createMember(email, "Invited", Set.of(Role.BROKER)));
    }

    @Test
    void setsThePasswordAndLogsIn() {
        var token = invite();

        Given.nobody().get("/api/invitations/{token}", token).then().body("email", equalTo(user.email()));
        var session = accept(token).statusCode(204).extract().cookie("partnerflow_session");

        Given.nobody()
                .cookie("partnerflow_session", session)
                .get("/api/session")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("25: a link scanner that looks does not use the token up; a second acceptance is refused")
    @Tag("D3")
    void worksOnce() {
        var token = invite();
        Given.nobody().get("/api/invitations/{token}", token).then().statusCode(200);
        Given.nobody().get("/api/invitations/{token}", token).then().statusCode(200);
        accept(token).statusCode(204);

        accept(token).statusCode(404);
    }

    @Test
    @DisplayName("25: an older token is useless after a new one")
    void isReplacedByANewOne() {
        var old = invite();
        invite();

        accept(old).statusCode(404);
    }

    @Test
    @DisplayName("25: a guessed token is refused, and the database holds none that could be used")
    @Tag("D3")
    void cannotBeGuessedOrReadFromTheDatabase() {
        var token = invite();

        accept("guessed").statusCode(404);
        var stored = QuarkusTransaction.requiringNew().call(() -> Given.bean(EntityManager.class)
                .createNativeQuery("select token_hash from invitation where user_id = :user", byte[].class)
                .setParameter("user", user.id())
                .getSingleResult());
        assertThat((byte[]) stored).isNotEqualTo(token.getBytes()).hasSize(32);
    }

    @Test
    void asksForALongPasswordBeforeItIsUsedUp() {
        var token = invite();

        Given.nobody()
                .body(Map.of("password", "short"))
                .post("/api/invitations/{token}", token)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("password"));

        accept(token).statusCode(204);
    }

    @Test
    @DisplayName("34: neither the outbox nor the audit trail nor the log holds a password or a token of a link")
    void leavesNoSecretAnywhere() {
        var log = new StringBuffer();
        var handler = new LogCollector(log);
        Logger.getLogger("").addHandler(handler);
        try {
            var email = "invited-" + Given.unique() + "@example.org";
            var mailed = new ArrayList<String>();
            var id = organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> {
                var invited = Given.bean(UserService.class).inviteStaff(email, "Invited", Set.of(Role.BROKER));
                mailed.addAll(texts("select payload from outbox_message where record_id = :user", invited.id()));
                return invited.id();
            }));
            var token = QuarkusTransaction.requiringNew()
                    .call(() -> Given.bean(Secrets.class).linkToken((UUID) Given.bean(EntityManager.class)
                            .createNativeQuery("select id from invitation where user_id = :user", UUID.class)
                            .setParameter("user", id)
                            .getSingleResult()));
            var session = accept(token).statusCode(204).extract().cookie("partnerflow_session");

            var audited = QuarkusTransaction.requiringNew()
                    .call(() -> texts("select details from audit_entry where record_id = :user", id));
            assertThat(mailed).singleElement().asString().contains(email);
            assertThat(audited).isNotEmpty();
            assertThat(mailed + "" + audited + log).doesNotContain(token, session, NEW_PASSWORD, "$2a$");
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    @Test
    @Tag("F10.3")
    @Tag("F11.4")
    @DisplayName(
            "more follow one link at once than there are connections: one is let in, the others are told, nobody waits")
    void oneLinkTakesNoConnections() {
        var known = organisation.newUser(Role.BROKER);
        var child = Given.organisation(organisation);
        child.as(() -> Given.bean(UserService.class).createMember(known.email(), "Invited", Set.of(Role.BROKER)));
        var token = child.as(() -> Given.bean(Secrets.class)
                .linkToken(Given.bean(Invitations.class).invite(known.id())));

        var answers = Parallel.times(50, () -> Given.nobody()
                .body(Map.of("password", Given.PASSWORD))
                .post("/api/invitations/{token}", token)
                .statusCode());

        assertThat(answers).containsOnlyOnce(204).allMatch(status -> Set.of(204, 404, 429)
                .contains(status));
    }

    @Test
    @Tag("F1.3")
    @DisplayName("two organisations invite a new person: the password of the first acceptance stays")
    void theFirstPasswordStays() {
        var token = invite();
        var other = Given.organisation();
        other.as(() -> Given.bean(UserService.class).createMember(user.email(), "Invited", Set.of(Role.BROKER)));
        var second = other.as(() -> Given.bean(Secrets.class)
                .linkToken(Given.bean(Invitations.class).invite(user.id())));
        accept(token).statusCode(204);

        Given.nobody()
                .body(Map.of("password", "another long password"))
                .post("/api/invitations/{token}", second)
                .then()
                .statusCode(403);

        Given.nobody()
                .body(Map.of("email", user.email(), "password", NEW_PASSWORD))
                .post("/api/session")
                .then()
                .statusCode(204);
    }

    @Test
    @Tag("F3.2")
    @DisplayName("who is disabled before they accept is not invited, and the former link stays useless")
    void disabledPersonIsNotInvited() {
        var token = invite();
        var roles = List.of("BROKER");
        active(false);

        organisation
                .as(Role.ADMIN)
                .body(Map.of("email", user.email(), "name", "Invited", "roles", roles))
                .post("/api/users")
                .then()
                .statusCode(422)
                .body("detail", containsString("is disabled"));
        active(true);
        accept(token).statusCode(404);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("email", user.email(), "name", "Invited", "roles", roles))
                .post("/api/users")
                .then()
                .statusCode(201);
        accept(MailedLinks.awaitInvitation(user.email())).statusCode(204);
    }

    private void active(boolean active) {
        organisation
                .as(Role.ADMIN)
                .body(Map.of("active", active))
                .put("/api/users/{id}/active", user.id())
                .then()
                .statusCode(200);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(String query, UUID user) {
        return Given.bean(EntityManager.class)
                .createNativeQuery(query, String.class)
                .setParameter("user", user)
                .getResultList();
    }

    private static final class LogCollector extends Handler {
        private final StringBuffer log;

        LogCollector(StringBuffer log) {
            this.log = log;
        }

        @Override
        public void publish(LogRecord line) {
            log.append(line.getMessage()).append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private String invite() {
        UUID id = organisation.as(() -> Given.bean(Invitations.class).invite(user.id()));
        return Given.bean(Secrets.class).linkToken(id);
    }

    private static io.restassured.response.ValidatableResponse accept(String token) {
        return Given.nobody()
                .body(Map.of("password", NEW_PASSWORD))
                .post("/api/invitations/{token}", token)
                .then();
    }
}
