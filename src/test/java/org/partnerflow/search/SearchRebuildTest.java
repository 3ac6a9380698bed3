package org.partnerflow.search;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.partnerflow.partner.AccountBody.anAccount;

@QuarkusTest
class SearchRebuildTest {
    private final Given.TestOrganisation organisation = Given.organisation();

    @Inject
    SearchRebuild rebuild;

    @Inject
    Sql sql;

    @Test
    @Tag("F7.3")
    void putsWhatAnOlderVersionHasWrittenIntoTheIndexAnew() {
        anAccount("Marigold Weavers").in(organisation);
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("delete from search_term where organisation_id = ?", organisation.id());
            sql.update("delete from search_entry where organisation_id = ?", organisation.id());
            sql.update("insert into search_version (organisation_id, version) values (?, 0)", organisation.id());
        });
        search().body("title", empty());
        rebuild.work();
        search().body("title", contains("Marigold Weavers"));
    }

    private io.restassured.response.ValidatableResponse search() {
        return organisation
                .as(Role.BROKER)
                .queryParam("q", "marigold")
                .get("/api/search")
                .then()
                .statusCode(200);
    }
}
