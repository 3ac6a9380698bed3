package org.partnerflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rows of docs/how-to/back-up-and-restore.md, with the packaged product, its broker and its database: whichever of the two is lost or
 * older, everything goes on where its record is, nothing is sent twice, and what is new is done as ever.
 */
@Tag("F11.2")
class RestoreIT {

    private static final List<String> UNREST = List.of(
            "select count(*) from outbox_message",
            "select count(*) from stage_visit where left_at is null and job_key < 0",
            """
            select count(*) from process_binding b join sales_lead r on r.id = b.record_id
            where r.state <> 'CONVERTED' and b.process_instance_key is null""",
            """
            select count(*) from process_binding b join support_request r on r.id = b.record_id
            where r.state <> 'RESOLVED' and b.process_instance_key is null""",
            """
            select count(*) from process_binding b join partner_user r on r.id = b.record_id
            where r.state in ('WAITING', 'INVITED') and b.process_id = 'portal-invitation'
                and b.process_instance_key is null""");

    private static OwnProduct product;
    private static DemoWork work;

    /** One record at each kind of place; the deals by the stage where they are. */
    private record Places(
            String first,
            String waiting,
            String proposal,
            String offered,
            String request,
            String invited,
            String kept) {}

    @BeforeAll
    static void start() throws Exception {
        product = OwnProduct.start("restore");
        work = new DemoWork(product);
        work.letDealsWait();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @DisplayName("17: with an empty engine all goes on where it was, no mail is sent twice, and what comes then works")
    void goesOnWithAnEmptyEngine() throws Exception {
        var places = givenOneAtEachPlace();
        var before = settledBooks();
        int mails = product.mails().size();

        product.stopNode();
        product.stopServices();
        product.emptyTheEngine();
        product.startServices();
        product.startNode();

        expectBegunAnew();
        assertThat(settledBooks()).isEqualTo(before);
        assertThat(product.mails()).hasSize(mails);
        expectAllGoesOn(places);
        expectNothingLeftToMend();
    }

    @Test
    @DisplayName("17: with an engine that is older than the database all goes on where the database says")
    void goesOnWithAnOlderEngine() throws Exception {
        var places = givenOneAtEachPlace();
        var moved = work.standing();
        var accepted = work.offeredLead();
        settledBooks();
        var older = product.copyOfTheEngine();

        work.move(moved, "Qualified");
        work.accept(accepted);
        var begun = work.standing();
        work.awaitState("/api/leads/" + accepted, "CONVERTED");
        var before = settledBooks();
        int mails = product.mails().size();
        product.stopNode();
        product.stopServices();
        product.putBackTheEngine(older);
        product.startServices();
        product.startNode();

        expectBegunAnew();
        assertThat(settledBooks()).isEqualTo(before);
        assertThat(product.mails()).hasSize(mails);
        work.endWait(moved);
        work.move(begun, "Qualified");
        expectAllGoesOn(places);
        expectNothingLeftToMend();
        assertThat(work.deals(work.company(accepted)))
                .as("deals of a lead that was accepted")
                .hasSize(1);
    }

    @Test
    @DisplayName("17: with a database that is older than the engine all goes on where the database says")
    void goesOnWithAnOlderDatabase() throws Exception {
        var places = givenOneAtEachPlace();
        var moved = work.standing();
        var before = settledBooks();
        var older = product.dumpOfTheDatabase();

        work.move(moved, "Qualified");
        work.accept(places.offered());
        work.move(places.proposal(), "Negotiation");
        work.resolve(places.request());
        var lost = work.standing();
        work.awaitState("/api/leads/" + places.offered(), "CONVERTED");
        settledBooks();
        int mails = product.mails().size();
        product.stopNode();
        product.putBackTheDatabase(older);
        product.startNode();

        expectBegunAnew();
        assertThat(settledBooks()).isEqualTo(before);
        assertThat(product.mails()).hasSize(mails);
        assertThat(work.as("broker").send("GET", "/api/deals/" + lost, null).statusCode())
                .isEqualTo(404);
        work.move(moved, "Qualified");
        expectAllGoesOn(places);
        expectNothingLeftToMend();
    }

    private static Places givenOneAtEachPlace() throws Exception {
        var waiting = work.standing();
        work.move(waiting, "Qualified");
        var proposal = work.standing();
        work.move(proposal, "Qualified");
        work.endWait(proposal);
        work.move(proposal, "Proposal");
        work.awaitStage(proposal, "Proposal");
        return new Places(
                work.standing(),
                waiting,
                proposal,
                work.offeredLead(),
                work.assignedRequest(),
                work.partnerUser(true),
                work.partnerUser(false));
    }

    /** Each of them does what it would have done. */
    private static void expectAllGoesOn(Places places) throws Exception {
        work.move(places.first(), "Not a fit");
        work.endWait(places.waiting());
        work.awaitStage(places.waiting(), "Needs analysis");
        for (var step : List.of("Negotiation", "Agreed", "Signed")) {
            work.move(places.proposal(), step);
        }
        work.accept(places.offered());
        work.resolve(places.request());
        work.awaitState("/api/deals/" + places.first(), "LOST");
        work.awaitState("/api/deals/" + places.proposal(), "WON");
        work.awaitState("/api/leads/" + places.offered(), "CONVERTED");
        assertThat(work.deals(work.company(places.offered()))).hasSize(1);

        var kept = work.partner(places.kept());
        assertThat(work.invitations(kept)).isZero();
        work.as("broker")
                .request(
                        "PUT",
                        "/api/partner-users/" + places.kept() + "/allocation",
                        Map.of("version", kept.get("version"), "userIds", List.of(work.me())));
        work.awaitState("/api/partner-users/" + places.kept(), "INVITED");
        DemoWork.untilAsserted(() -> assertThat(work.invitations(kept)).isEqualTo(1));
        assertThat(work.invitations(work.partner(places.invited()))).isEqualTo(1);
    }

    private static void expectBegunAnew() throws Exception {
        DemoWork.untilAsserted(() -> {
            var runs = work.as("admin").request("GET", DemoWork.RUNS, null);
            assertThat(runs).allMatch(run -> !run.get("endedAt").isNull(), "ended");
            assertThat(runs.get(0).get("engineReplaced").asBoolean()).isTrue();
            assertThat(runs.get(0).get("failure").isNull()).isTrue();
        });
        var run = work.as("admin").request("GET", DemoWork.RUNS, null).get(0);
        assertThat(run.get("mended").asInt()).isPositive();
        assertThat(run.get("left").asInt()).isZero();
    }

    private static void expectNothingLeftToMend() throws Exception {
        awaitQuiet();
        work.expectNothingToMend();
    }

    /** Where every record is and until when, once nothing is on its way. */
    private static Map<String, String> settledBooks() throws Exception {
        awaitQuiet();
        var books = new TreeMap<String, String>();
        for (var deal : work.deals("")) {
            var read = work.as("admin").request("GET", "/api/deals/" + deal, null);
            var place = read.get("place");
            books.put(
                    "deal " + deal,
                    line(read, "state", "closedAt")
                            + line(place, "name", "since", "dueAt", "visitId", "moving", "waiting", "waitingAt"));
        }
        for (var lead : work.all("/api/leads?limit=100")) {
            books.put("lead " + lead.get("id").asText(), line(lead, "state", "stateSince", "owner", "queue", "dealId"));
        }
        for (var request : work.all("/api/requests?limit=100")) {
            books.put("request " + request.get("id").asText(), line(request, "state", "layer", "assignee", "dueAt"));
        }
        for (var partner : work.all("/api/partner-users?limit=100")) {
            books.put("partner user " + partner.get("id").asText(), line(partner, "state", "invitedAt", "expiresAt"));
        }
        return books;
    }

    private static String line(JsonNode record, String... fields) {
        var line = new StringBuilder();
        for (var field : fields) {
            line.append(' ').append(field).append('=').append(Objects.requireNonNull(record.get(field), field));
        }
        return line.toString();
    }

    /** Nothing waits for the engine or the mail server, and each process that works for a record has shown itself. */
    private static void awaitQuiet() {
        DemoWork.untilAsserted(() -> {
            for (var unrest : UNREST) {
                assertThat(product.count(unrest)).as(unrest).isZero();
            }
        });
    }
}
