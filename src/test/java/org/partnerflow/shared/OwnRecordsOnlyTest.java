package org.partnerflow.shared;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.deal.Deal;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@Tag("X1")
@DisplayName("22: a look-up by id finds the records of the current organisation only")
class OwnRecordsOnlyTest {
    @Inject
    EntityManager entities;

    private final Given.TestOrganisation owner = Given.organisation();
    private final Given.TestOrganisation stranger = Given.organisation();
    private UUID deal;

    @BeforeEach
    void createDeal() {
        var contact =
                Map.of("firstName", "Ada", "lastName", "Byron", "email", "ada@example.org", "phone", "+442079460000");
        var id = owner.as(Role.BROKER)
                .body(Map.of("name", "Deal " + Given.unique(), "contacts", List.of(contact)))
                .post("/api/deals")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        deal = UUID.fromString(id);
    }

    @Test
    void findsTheOwnRecord() {
        assertThat(owner.as(() -> QuarkusTransaction.requiringNew().call(this::find)))
                .isNotNull();
    }

    @Test
    void findsNothingOfAnotherOrganisation() {
        assertThat(stranger.as(() -> QuarkusTransaction.requiringNew().call(this::find)))
                .isNull();
        assertThat(stranger.as(() -> QuarkusTransaction.requiringNew()
                        .call(() -> entities.find(Deal.class, deal, LockModeType.PESSIMISTIC_WRITE))))
                .isNull();
    }

    @Test
    void findsNothingWithoutAnOrganisation() {
        assertThat(QuarkusTransaction.requiringNew().call(this::find)).isNull();
    }

    @Test
    void findsNothingThatTheSameTransactionHasReadForItsOwner() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(owner.as(this::find)).isNotNull();
            assertThat(stranger.as(this::find)).isNull();
        });
    }

    private @Nullable Deal find() {
        return entities.find(Deal.class, deal);
    }
}
