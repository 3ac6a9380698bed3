package org.partnerflow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.core.ThrowingRunnable;

import org.partnerflow.diagram.DiagramExamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the people of the demo organisation do over REST, each as who may, at whichever node of the product runs. */
final class DemoWork {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    static final String RUNS = "/api/engine/reconciliations";

    static final Map<String, String> PARTNERS = Map.of("Pia Partner", "partner", "Rosa Rivera", "partner2");

    private final OwnProduct product;
    private final Map<String, ProductClient> people = new HashMap<>();

    DemoWork(OwnProduct product) throws InterruptedException {
        this.product = product;
        for (var name : List.of("admin", "broker", "customer", "tech", "timo", "partner", "partner2")) {
            people.put(name, product.node().as(name + "@demo.example"));
        }
    }

    ProductClient as(String name) {
        return Objects.requireNonNull(people.get(name), name).at(product.node());
    }

    /** Publishes a workflow with a wait after the first stage. */
    void letDealsWait() throws Exception {
        publish(DiagramExamples::withAWait);
    }

    void publish(UnaryOperator<String> change) throws Exception {
        var workflow = as("admin").request("GET", "/api/workflows", null).get(0);
        var path = "/api/workflows/" + workflow.get("id").asText() + "/versions";
        var xml = as("admin")
                .request("GET", path + "/" + workflow.at("/current/id").asText(), null)
                .get("xml")
                .asText();
        as("admin").request("POST", path, Map.of("diagram", change.apply(xml), "comment", "As we work now"));
    }

    String standing() throws Exception {
        var id = create("/api/deals", deal());
        awaitStage(id, "Qualification");
        return id;
    }

    /** By the outcome, or where the stage has one way only, to the stage that follows. */
    void move(String deal, String outcome) throws Exception {
        untilAsserted(() -> assertThat(place(deal).get("moving").asBoolean()).isFalse());
        var place = place(deal);
        var move = new HashMap<String, Object>(Map.of("visitId", place.get("visitId")));
        if (place.at("/position/moves").size() > 1) {
            move.put("outcome", outcome);
        }
        as("broker").request("POST", "/api/deals/" + deal + "/moves", move);
    }

    void endWait(String deal) throws Exception {
        untilAsserted(() -> {
            var place = place(deal);
            assertThat(place.at("/waitingAt/name").asText()).isEqualTo("Time to think");
            as("broker")
                    .request("POST", "/api/deals/" + deal + "/wait-end", Map.of("waitingSince", place.get("since")));
        });
        awaitStage(deal, "Needs analysis");
    }

    String offeredLead() throws Exception {
        var lead = create("/api/leads", lead());
        awaitState("/api/leads/" + lead, "OFFERED");
        return lead;
    }

    void accept(String lead) throws Exception {
        var owner = as("admin")
                .request("GET", "/api/leads/" + lead, null)
                .at("/owner/name")
                .asText();
        var partner = Objects.requireNonNull(PARTNERS.get(owner), owner);
        as(partner).request("POST", "/api/leads/" + lead + "/accept", Map.of());
    }

    String assignedRequest() throws Exception {
        var id = as("customer")
                .request("POST", "/api/requests", request())
                .at("/summary/id")
                .asText();
        untilAsserted(() -> assertThat(requestState(id)).isEqualTo("ASSIGNED"));
        return id;
    }

    void resolve(String request) throws Exception {
        as("partner").request("POST", "/api/requests/" + request + "/resolution", Map.of("text", "It is lit."));
        assertThat(requestState(request)).isEqualTo("RESOLVED");
    }

    String requestState(String id) throws Exception {
        return as("admin")
                .request("GET", "/api/requests/" + id, null)
                .at("/summary/state")
                .asText();
    }

    static Map<String, Object> deal() {
        return Map.of("name", "Deal " + Given.unique(), "contacts", List.of(person()));
    }

    static Map<String, Object> lead() {
        return Map.of("company", "Company " + Given.unique(), "contact", person(), "source", "Referral");
    }

    static Map<String, String> request() {
        return Map.of("subject", "Till " + Given.unique(), "text", "It is dark.");
    }

    String partnerUser(boolean allocated) throws Exception {
        var id = enablePartnerUser(allocated);
        awaitState("/api/partner-users/" + id, allocated ? "INVITED" : "WAITING");
        return id;
    }

    /** @param allocated one who is allocated is invited at once; the other waits for it */
    String enablePartnerUser(boolean allocated) throws Exception {
        var unique = Given.unique();
        var account = create(
                "/api/partner-accounts",
                Map.of("account", Map.of("name", "Supplies " + unique, "employerPartner", false)));
        as("broker").request("POST", "/api/partner-accounts/" + account + "/enable-as-partner", null);
        var contact = create(
                "/api/contacts",
                Map.of(
                        "contact",
                        Map.of(
                                "accountId",
                                account,
                                "firstName",
                                "Ina",
                                "lastName",
                                "Invited " + unique,
                                "email",
                                unique + "@supplies.example",
                                "employerPartner",
                                false)));
        return create(
                "/api/partner-users",
                Map.of("contactId", contact, "allocatedTo", allocated ? List.of(me()) : List.of()));
    }

    String create(String path, Map<String, ?> form) throws Exception {
        return as("broker").request("POST", path, form).get("id").asText();
    }

    JsonNode partner(String id) throws Exception {
        return as("admin").request("GET", "/api/partner-users/" + id, null);
    }

    long invitations(JsonNode partner) {
        return product.mails().stream()
                .filter(mail -> mail.to().equals(partner.get("email").asText()))
                .count();
    }

    static Map<String, String> person() {
        return Map.of(
                "firstName",
                "Ada",
                "lastName",
                "Byron",
                "email",
                Given.unique() + "@example.org",
                "phone",
                "+44 20 7946 0000");
    }

    String me() throws Exception {
        return as("broker").request("GET", "/api/session", null).at("/user/id").asText();
    }

    String company(String lead) throws Exception {
        return as("admin")
                .request("GET", "/api/leads/" + lead, null)
                .get("company")
                .asText();
    }

    List<String> deals(String name) throws Exception {
        return all("/api/deals?limit=100&q=" + name.replace(" ", "%20")).stream()
                .map(deal -> deal.get("id").asText())
                .toList();
    }

    List<JsonNode> all(String path) throws Exception {
        var page = as("admin").request("GET", path, null);
        assertThat(page.path("next").isTextual()).as("more of " + path).isFalse();
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    JsonNode place(String deal) throws Exception {
        return as("admin").request("GET", "/api/deals/" + deal, null).get("place");
    }

    void awaitStage(String deal, String stage) {
        untilAsserted(() -> {
            var place = place(deal);
            assertThat(place.get("name").asText()).isEqualTo(stage);
            assertThat(place.get("moving").asBoolean()).isFalse();
        });
    }

    void awaitState(String path, String state) {
        untilAsserted(() -> assertThat(
                        as("admin").request("GET", path, null).get("state").asText())
                .isEqualTo(state));
    }

    static void untilAsserted(ThrowingRunnable expectation) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(expectation);
    }

    /** Compares database and engine, which agree, with nothing that needs attention. */
    void expectNothingToMend() throws Exception {
        var id = as("admin").request("POST", RUNS, null).get("id").asText();
        untilAsserted(() -> assertThat(run(id).get("endedAt").isNull()).isFalse());
        assertThat(as("admin").request("GET", RUNS + "/" + id + "/items", null)).isEmpty();
        assertThat(run(id).get("engineReplaced").asBoolean()).isFalse();
        assertThat(run(id).get("failure").isNull()).isTrue();
        assertThat(as("admin").request("GET", "/api/engine/health", null).get("strays"))
                .isEmpty();
        assertThat(as("admin").request("GET", "/api/attention", null).get("items"))
                .isEmpty();
    }

    private JsonNode run(String id) throws Exception {
        return StreamSupport.stream(as("admin").request("GET", RUNS, null).spliterator(), false)
                .filter(run -> run.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
