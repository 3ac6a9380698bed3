package org.partnerflow.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.rules.decision.Assignee;
import org.partnerflow.rules.decision.LeadFacts;
import org.partnerflow.rules.decision.Queue;
import org.partnerflow.rules.decision.Ruling;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableDocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnerflow.rules.decision.Leads.aLead;
import static org.partnerflow.rules.decision.Leads.partnerUser;
import static org.partnerflow.rules.table.OutcomeType.QUEUE;
import static org.partnerflow.rules.table.Rows.aRow;

@QuarkusTest
class DecisionsTest {
    @Inject
    Decisions decisions;

    @Inject
    PublishService publishing;

    private final TestOrganisation organisation = Given.organisation();

    /** The queues that the rows of these tests lead to. */
    private Map<String, Queue> queues;

    @BeforeEach
    void makeQueues() {
        queues = GivenQueues.in(organisation, "West", "East");
    }

    @Test
    @Tag("A1")
    @Tag("A7")
    void decidesByTheShippedTableAndRemembersWhy() {
        var facts = aLead().in("EMEA")
                .with(partnerUser("Anna Berg", 2, null), partnerUser("Bo Lind"))
                .facts();

        var decision = decide(facts);

        assertThat(decision.version()).isEqualTo(1);
        assertThat(decision.ruling().assignee().name()).isEqualTo("Bo Lind");
        var found = organisation.as(() -> decisions.about(facts.recordId()));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().id()).isEqualTo(decision.id());
        assertThat(found.getFirst().ruling()).isEqualTo(decision.ruling());
        assertThat(found.getFirst().ruling().verdicts())
                .extracting(Ruling.Verdict::sentence)
                .containsExactly("Chosen: 0 open leads.", "Could take it, but has 2 open leads, and Bo Lind has 0.");
        assertThat(organisation.as(() -> decisions.require(decision.id())).ruling())
                .isEqualTo(decision.ruling());
    }

    @Test
    void newVersionDecidesFromTheNextDecisionOn() {
        publish(aRow("r1").leadsTo(QUEUE, "West"));
        assertThat(decide(facts()).ruling().assignee().name()).isEqualTo("West");

        publish(aRow("r1").leadsTo(QUEUE, "East"));

        assertThat(decide(facts()).ruling().assignee().name()).isEqualTo("East");
        assertThat(decide(facts()).version()).isEqualTo(3);
    }

    @Test
    void decisionBelongsToTheCallersTransaction() {
        assertThatThrownBy(() -> organisation.as(() -> decisions.decide(facts())))
                .isInstanceOf(TransactionalException.class);

        var facts = facts();
        organisation.as(() -> {
            QuarkusTransaction.begin();
            decisions.decide(facts);
            QuarkusTransaction.rollback();
            return true;
        });
        assertThat(organisation.as(() -> decisions.about(facts.recordId()))).isEmpty();
    }

    @Test
    void organisationsDecideByTheirOwnTables() {
        publish(aRow("r1").leadsTo(QUEUE, "West"));
        var other = Given.organisation();

        var decision = other.as(() -> QuarkusTransaction.requiringNew().call(() -> decisions.decide(facts())));

        assertThat(decision.version()).isEqualTo(1);
        assertThat(decision.ruling().assignee()).isEqualTo(Assignee.NOBODY);
        assertThat(organisation.as(() -> decisions.about(decision.recordId()))).isEmpty();
    }

    @Test
    void manyFirstDecisionsAtOnceShareOneFirstVersion() throws Exception {
        var versions = inThreads(16, 32, () -> decide(facts()).version());

        assertThat(versions).containsOnly(1);
        assertThat(organisation.as(() -> Given.bean(RuleSetService.class).versions(RuleSet.LEAD_ASSIGNMENT)))
                .hasSize(1);
    }

    @Test
    @DisplayName("20: rules published in the middle of a batch of 1,000 leads: each is decided by exactly one version")
    void versionPublishedInTheMiddleOfABatch() throws Exception {
        publish(aRow("r1").leadsTo(QUEUE, "West"), aRow("r2").leadsTo(QUEUE, "East"));
        var done = new AtomicInteger();
        var seen = new ConcurrentHashMap<UUID, Decision>();

        var all = inThreads(8, 1_000, () -> {
            if (done.incrementAndGet() == 500) {
                publish(aRow("r2").leadsTo(QUEUE, "East"), aRow("r1").leadsTo(QUEUE, "West"));
                var next = decide(facts());
                assertThat(next.version()).isEqualTo(3);
                assertThat(next.ruling().row().id()).isEqualTo("r2");
            }
            var decision = decide(facts());
            seen.put(decision.recordId(), decision);
            return decision;
        });

        assertThat(all).hasSize(1_000);
        assertThat(seen).hasSize(1_000);
        var expected = Map.of(2, "r1 West", 3, "r2 East");
        assertThat(all)
                .allSatisfy(decision -> assertThat(decision.ruling().row().id() + " "
                                + decision.ruling().assignee().name())
                        .isEqualTo(expected.get(decision.version())));
        assertThat(all).extracting(Decision::version).contains(2, 3);
        var stored = organisation.as(() -> decisions.about(all.getFirst().recordId()));
        assertThat(stored)
                .extracting(Decision::version)
                .containsExactly(all.getFirst().version());
    }

    private <T> List<T> inThreads(int threads, int times, Callable<T> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                futures.add(pool.submit(work));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private Decision decide(LeadFacts facts) {
        return organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> decisions.decide(facts)));
    }

    private void publish(Row... rows) {
        organisation.as(
                () -> publishing.publish(RuleSet.LEAD_ASSIGNMENT, new TableDocument(List.of(rows), List.of()), "Test"));
    }

    private LeadFacts facts() {
        return aLead().with(queues.get("West"), queues.get("East")).facts();
    }
}
