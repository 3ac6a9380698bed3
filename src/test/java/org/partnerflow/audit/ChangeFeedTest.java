package org.partnerflow.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class ChangeFeedTest {
    @Inject
    ChangeFeed feed;

    @Inject
    AuditTrail audit;

    private final Given.TestOrganisation organisation = Given.organisation();

    @Test
    void tellsEveryListenerOfEachCommittedChangeOnce() {
        var one = new CopyOnWriteArrayList<ChangeFeed.Change>();
        var other = new CopyOnWriteArrayList<ChangeFeed.Change>();
        var first = Ids.next();
        var second = Ids.next();
        var listening = List.of(
                feed.changes().subscribe().with(one::add),
                feed.changes().subscribe().with(other::add));
        try {
            change(first);
            await().until(() -> of(first, one).size() == 1);
            change(second);
            await().until(() -> of(second, one).size() == 1 && of(second, other).size() == 1);
        } finally {
            listening.forEach(each -> each.cancel());
        }
        assertThat(of(first, one)).isEqualTo(of(first, other)).singleElement().satisfies(change -> {
            assertThat(change.organisationId()).isEqualTo(organisation.id());
            assertThat(change.recordType()).isEqualTo("thing");
            assertThat(change.action()).isEqualTo("thing.changed");
        });
    }

    @Test
    void tellsWhoBeginsToListenWhenNobodyDid() {
        var heard = new CopyOnWriteArrayList<ChangeFeed.Change>();
        var record = Ids.next();
        for (int i = 0; i < 2; i++) {
            var listening = feed.changes().subscribe().with(heard::add);
            change(record);
            int expected = i + 1;
            await().until(() -> of(record, heard).size() >= expected);
            listening.cancel();
        }
        assertThat(of(record, heard)).hasSizeGreaterThanOrEqualTo(2);
    }

    private void change(UUID record) {
        organisation.as(() -> {
            QuarkusTransaction.requiringNew().run(() -> audit.record("thing.changed", "thing", record, Map.of()));
            return true;
        });
    }

    private static List<ChangeFeed.Change> of(UUID record, List<ChangeFeed.Change> heard) {
        return heard.stream().filter(change -> change.recordId().equals(record)).toList();
    }
}
