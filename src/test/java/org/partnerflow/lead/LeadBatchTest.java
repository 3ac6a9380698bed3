package org.partnerflow.lead;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given.TestUser;
import org.partnerflow.engine.RunningProcesses;
import org.partnerflow.lead.LeadDetails.LeadContact;
import org.partnerflow.rules.Decision;
import org.partnerflow.rules.Decisions;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** Many leads at once. */
@QuarkusTest
class LeadBatchTest {
    private static final int THREADS = 16;

    @Inject
    LeadService service;

    @Inject
    Decisions decisions;

    private LeadWorld world;

    @BeforeEach
    void newOrganisation() {
        world = LeadWorld.create();
    }

    @Test
    @Tag("P5")
    void roundRobinStaysFairUnder16ParallelAssignments() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        var group = world.group("Round", List.of(anna, ben));
        world.publish(OutcomeType.ROUND_ROBIN, "Round");
        var leads = receive(65);

        inParallel(leads, world::decide);

        long toAnna = ownedBy(leads, anna);
        long toBen = ownedBy(leads, ben);
        assertThat(toAnna + toBen).isEqualTo(65);
        assertThat(Math.abs(toAnna - toBen)).isLessThanOrEqualTo(1);
        world.as(Role.ADMIN)
                .get("/api/assignment-groups/" + group)
                .then()
                .body("members.assignments", contains((int) toAnna, (int) toBen))
                .body("next", is((toAnna > toBen ? ben : anna).id().toString()));
    }

    @Test
    @Tag("P5")
    void roundRobinOverQueuesIsFairToo() {
        var anybody = List.of(world.partnerUser("Anna Berg"));
        var west = world.queue("West", anybody);
        var east = world.queue("East", anybody);
        world.as(Role.ADMIN)
                .body(java.util.Map.of(
                        "name",
                        "Queues",
                        "kind",
                        "QUEUES",
                        "members",
                        List.of(java.util.Map.of("id", west, "weight", 1), java.util.Map.of("id", east, "weight", 1))))
                .post("/api/assignment-groups")
                .then()
                .statusCode(201);
        world.publish(OutcomeType.ROUND_ROBIN_OVER_QUEUES, "Queues");
        inParallel(receive(20), world::decide);
        world.as(Role.ADMIN)
                .get("/api/queues")
                .then()
                .body("name", contains("East", "West"))
                .body("waiting", contains(10, 10));
    }

    @Test
    @DisplayName("20: rules published in the middle of 1,000 leads: each is decided by exactly one version, recorded")
    void everyLeadIsDecidedByOneVersion() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        world.publish(OutcomeType.PARTNER_USER, "Anna Berg"); // version 2 and every even one
        var leads = new ArrayList<UUID>();
        for (int batch = 1; batch <= 10; batch++) {
            // The process decides some of them already now; the others are decided below.
            leads.addAll(receive(100));
            world.publish(OutcomeType.PARTNER_USER, batch % 2 == 0 ? "Anna Berg" : "Ben Cole");
        }
        var decided = new AtomicInteger();

        inParallel(leads, lead -> {
            world.decide(lead);
            int count = decided.incrementAndGet();
            if (count % 150 == 0) {
                publishInTurn(count % 300 == 0 ? "Anna Berg" : "Ben Cole");
            }
        });

        var versions = new HashSet<Integer>();
        world.organisation().as(() -> {
            for (var lead : leads) {
                List<Decision> found = decisions.about(lead);
                assertThat(found).hasSize(1);
                var decision = found.getFirst();
                versions.add(decision.version());
                var owner = service.read(lead).ownerId();
                assertThat(owner).isEqualTo(decision.ruling().assignee().id());
                assertThat(decision.ruling().row().text())
                        .as("version %d", decision.version())
                        .contains(owner.equals(anna.id()) ? "Anna Berg" : "Ben Cole");
            }
            return true;
        });
        assertThat(versions).hasSizeGreaterThan(3);
        assertThat(ownedBy(leads, anna) + ownedBy(leads, ben)).isEqualTo(1_000);
        RunningProcesses.cancel(world.organisation().id(), LeadService.PROCESS, 1_000);
    }

    /** One after the other: of two who publish at the same moment, one is refused. */
    private synchronized void publishInTurn(String partner) {
        world.publish(OutcomeType.PARTNER_USER, partner);
    }

    private List<UUID> receive(int count) {
        var broker = world.organisation().user(Role.BROKER).actor();
        return IntStream.range(0, count)
                .mapToObj(
                        number -> world.organisation().as(broker, () -> service.receive(details("Lead " + number), null)
                                .lead()
                                .id()))
                .toList();
    }

    private long ownedBy(List<UUID> leads, TestUser partner) {
        Set<UUID> owned = world.organisation().as(() -> leads.stream()
                .filter(lead -> partner.id().equals(service.read(lead).ownerId()))
                .collect(Collectors.toSet()));
        return owned.size();
    }

    private static void inParallel(List<UUID> leads, java.util.function.Consumer<UUID> work) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Boolean>> running = leads.stream()
                    .map(lead -> threads.submit((Callable<Boolean>) () -> {
                        work.accept(lead);
                        return true;
                    }))
                    .toList();
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LeadDetails details(String company) {
        return new LeadDetails(
                company,
                new LeadContact("Ada", "Hill", "ada.hill@example.org", PhoneNumber.orText("+1 303 555 0101", null)),
                "West",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
