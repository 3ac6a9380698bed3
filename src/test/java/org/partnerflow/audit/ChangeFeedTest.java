package org.partnerflow.audit;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class ChangeFeedTest {
    private static final Set<AuditAction> EVERY_ACTION = EnumSet.complementOf(EnumSet.of(AuditAction.RECORD_CHANGED));
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Inject
    AuditTrail audit;

    @TestHTTPResource
    URI product;

    private final Given.TestOrganisation organisation = Given.organisation();

    @Test
    @Tag("F10.6")
    void tellsEveryPageOfEachCommittedChangeOnceWithItsRecord() throws Exception {
        var first = Ids.next();
        var second = Ids.next();
        try (var one = page(Role.ADMIN);
                var other = page(Role.BROKER)) {
            change(organisation, AuditAction.DEAL_EDITED, first);
            await().until(() -> one.toldOf(first).size() == 1);
            change(organisation, AuditAction.DEAL_EDITED, second);
            await().until(() ->
                    one.toldOf(second).size() == 1 && other.toldOf(second).size() == 1);
            assertThat(one.toldOf(first))
                    .isEqualTo(other.toldOf(first))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("\"recordType\":\"deal\""));
        }
    }

    @Test
    void tellsAPageThatBeginsToListenWhenNobodyDid() throws Exception {
        for (int i = 0; i < 2; i++) {
            var record = Ids.next();
            try (var page = page(Role.ADMIN)) {
                change(organisation, AuditAction.DEAL_EDITED, record);
                await().until(() -> page.toldOf(record).size() == 1);
            }
        }
    }

    @Test
    @DisplayName("what commits after others that began later is told as well, however long it took")
    @Tag("F10.6")
    void tellsOfALateCommit() throws Exception {
        var late = Ids.next();
        var early = Ids.next();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var page = page(Role.ADMIN)) {
            var writer = Thread.ofVirtual()
                    .start(() -> organisation.as(() -> {
                        QuarkusTransaction.requiringNew().run(() -> {
                            audit.record(AuditAction.DEAL_EDITED, late, Map.of());
                            Given.bean(jakarta.persistence.EntityManager.class).flush();
                            written.countDown();
                            uninterrupted(mayCommit);
                        });
                        return true;
                    }));
            written.await();
            change(organisation, AuditAction.DEAL_EDITED, early);
            await().until(() -> page.toldOf(early).size() == 1);
            assertThat(page.toldOf(late)).isEmpty();

            mayCommit.countDown();
            writer.join();
            await().until(() -> page.toldOf(late).size() == 1);
        }
    }

    @Test
    @DisplayName("thousands of changes at once neither end the stream nor fill it")
    @Tag("F10.6")
    void survivesAnImport() throws Exception {
        var last = Ids.next();
        try (var page = page(Role.ADMIN)) {
            var records = Stream.generate(Ids::next).limit(3_000).toList();
            organisation.as(() -> {
                QuarkusTransaction.requiringNew()
                        .run(() ->
                                records.forEach(record -> audit.record(AuditAction.CONTACT_ADDED, record, Map.of())));
                return true;
            });
            change(organisation, AuditAction.DEAL_EDITED, last);

            await().until(() -> page.toldOf(last).size() == 1);
            assertThat(page.hasEnded()).isFalse();
            assertThat(page.told())
                    .anyMatch(line -> line.contains("\"contact\""))
                    .hasSizeLessThan(1_000);
        }
    }

    @Test
    @DisplayName("a partner hears nothing of what is not theirs, not even that something happened")
    @Tag("F11.5")
    void keepsFromPartnersWhatIsNotTheirs() throws Exception {
        try (var partner = page(Role.PARTNER);
                var customer = page(Role.CUSTOMER);
                var staff = page(Role.ADMIN)) {
            var records = IntStream.range(0, 5).mapToObj(i -> Ids.next()).toList();
            for (var record : records) {
                for (var action : EVERY_ACTION) {
                    change(organisation, action, record);
                }
            }

            await().until(() -> staff.toldOf(records.getLast()).size() >= 5);
            assertThat(partner.told()).isEmpty();
            assertThat(customer.told()).isEmpty();
        }
    }

    @Test
    @DisplayName("staff hear nothing of what they have no permission for, nor of other organisations")
    @Tag("F11.5")
    void keepsFromStaffWhatTheyMayNotSee() throws Exception {
        var attention = Ids.next();
        var foreign = Ids.next();
        var seen = Ids.next();
        try (var technician = page(Role.TECHNICIAN)) {
            change(Given.organisation(), AuditAction.DEAL_EDITED, foreign);
            change(organisation, AuditAction.ATTENTION_RAISED, attention);
            change(organisation, AuditAction.DEAL_EDITED, seen);

            await().until(() -> technician.toldOf(seen).size() == 1);
            assertThat(technician.toldOf(attention)).isEmpty();
            assertThat(technician.toldOf(foreign)).isEmpty();
        }
    }

    @Test
    @DisplayName("27: the stream of a user who is disabled ends within a second")
    @Tag("F11.5")
    void endsForADisabledUser() throws Exception {
        var user = organisation.newUser(Role.BROKER);
        try (var page = new LiveStream(product, user)) {
            organisation
                    .as(Role.ADMIN)
                    .body(Map.of("active", false))
                    .put("/api/users/{id}/active", user.id())
                    .then()
                    .statusCode(200);

            await().atMost(A_SECOND).until(page::hasEnded);
        }
    }

    @Test
    @DisplayName("the stream of a session that is ended ends within a second, and no other")
    @Tag("F11.5")
    void endsWithItsSession() throws Exception {
        var user = organisation.newUser(Role.BROKER);
        var session = user.logIn();
        try (var page = new LiveStream(product, session);
                var other = new LiveStream(product, user)) {
            Given.nobody()
                    .cookie("partnerflow_session", session)
                    .delete("/api/session")
                    .then()
                    .statusCode(204);

            await().atMost(A_SECOND).until(page::hasEnded);
            var record = Ids.next();
            change(organisation, AuditAction.DEAL_EDITED, record);
            await().until(() -> other.toldOf(record).size() == 1);
            assertThat(other.hasEnded()).isFalse();
        }
    }

    private LiveStream page(Role role) throws Exception {
        return new LiveStream(product, organisation.user(role));
    }

    private void change(Given.TestOrganisation where, AuditAction action, UUID record) {
        where.as(() -> {
            QuarkusTransaction.requiringNew().run(() -> audit.record(action, record, Map.of()));
            return true;
        });
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
