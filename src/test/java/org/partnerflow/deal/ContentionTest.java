package org.partnerflow.deal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.Rival;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.partnerflow.deal.TestDeals.moveFrom;
import static org.partnerflow.deal.TestDeals.read;
import static org.partnerflow.deal.TestDeals.standing;

/** Two who change the same records at the same moment: one of them is told what to do, and nothing is half done. */
@QuarkusTest
class ContentionTest {
    @Inject
    Sql sql;

    private TestUser broker;
    private String deal;

    @BeforeEach
    void givenADeal() {
        broker = Given.organisation().user(Role.BROKER);
        deal = standing(broker);
    }

    @Test
    void answersADeadlockThatOnlyTheCommitSees() throws Exception {
        var visit = read(broker, deal).extract().<String>path("place.visitId");
        Callable<ValidatableResponse> move = () -> moveFrom(broker, deal, visit, Map.of("outcome", "Qualified"));

        expectTryAgain(inADeadlock("select id from stage_visit where id = ? for update", visit, move));

        read(broker, deal).body("place.name", is("Qualification"));
        move.call().statusCode(200);
    }

    @Test
    void answersADeadlockThatAStatementSees() throws Exception {
        var form = Map.of(
                "name", "Renamed", "version", read(broker, deal).extract().<Integer>path("version"));
        Callable<ValidatableResponse> rename =
                () -> broker.api().body(form).put("/api/deals/{id}", deal).then();

        expectTryAgain(inADeadlock("select term from search_term where record_id = ? for update", deal, rename));

        rename.call().statusCode(200).body("name", is("Renamed"));
    }

    @Test
    void answersAnEditThatAStatementFindsToBeLate() throws Exception {
        var note = broker.api()
                .body(Map.of("text", "They would pay more", "shared", false))
                .post("/api/deals/{id}/notes", deal)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var form = Map.of("text", "They would pay less", "shared", false, "version", 0);

        expectSavedBefore(whileSavedBySomebodyElse("deal_note", UUID.fromString(note), () -> broker.api()
                .body(form)
                .put("/api/deals/{id}/notes/{note}", deal, note)
                .then()));

        broker.api().get("/api/deals/{id}/notes", deal).then().body("text", equalTo(List.of("They would pay more")));
    }

    @Test
    void changesAMemberAfterWhoeverDoesSoBefore() throws Exception {
        var admin = broker.organisation().as(Role.ADMIN);
        var other = broker.organisation().newUser(Role.BROKER);

        var membership = sql.query("select id from membership where user_id = ?", row -> Sql.id(row, "id"), other.id())
                .getFirst();

        whileSavedBySomebodyElse("membership", membership, () -> admin.body(Map.of("active", false))
                        .put("/api/users/{id}/active", other.id())
                        .then())
                .statusCode(200)
                .body("active", equalTo(false));
    }

    private ValidatableResponse whileSavedBySomebodyElse(
            String table, UUID record, Callable<ValidatableResponse> request) throws Exception {
        return Rival.of(
                request,
                () -> sql.update("update %s set version = version + 1 where id = ?".formatted(table), record),
                () -> {});
    }

    private static void expectSavedBefore(ValidatableResponse answer) {
        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("Somebody else changed this record"));
    }

    /** The other one holds what the request needs last, and asks for the deal, which the request holds. */
    private ValidatableResponse inADeadlock(String lock, String locked, Callable<ValidatableResponse> request)
            throws Exception {
        return Rival.of(
                request,
                () -> {
                    outweighTheRequest();
                    sql.query(lock, row -> true, UUID.fromString(locked));
                },
                () -> {
                    sql.query("select id from deal where id = ? for update", row -> true, UUID.fromString(deal));
                    sql.update(
                            "delete from search_term where organisation_id = ? and term = 'deadlock'",
                            broker.organisation().id());
                });
    }

    /** The database ends the one that has written less. */
    private void outweighTheRequest() {
        sql.updateAll(
                "insert into search_term (organisation_id, term, record_id) values (?, 'deadlock', ?)",
                Collections.nCopies(200, broker.organisation().id()).stream()
                        .<List<?>>map(organisation -> List.of(organisation, Ids.next()))
                        .toList());
    }

    private static void expectTryAgain(ValidatableResponse answer) {
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("detail", containsString("Somebody else is saving the same records"));
    }
}
