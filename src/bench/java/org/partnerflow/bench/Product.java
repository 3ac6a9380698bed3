package org.partnerflow.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

import org.partnerflow.ProductProcess;
import org.partnerflow.shared.Ids;

/** The packaged product, used over REST by a broker; the next stage is looked for in its database. */
final class Product implements DealStory {
    private static final long STEP_TIMEOUT = TimeUnit.SECONDS.toNanos(60);
    private static final Map<String, String> CONTACT =
            Map.of("firstName", "Ada", "lastName", "Byron", "email", "ada@example.org", "phone", "+44 20 7946 0000");

    private final Map<String, String> settings;
    private final ProductProcess product;
    private final ThreadLocal<Connection> database = ThreadLocal.withInitial(this::connect);

    Product(Map<String, String> settings, Path log) throws Exception {
        this.settings = settings;
        product = new ProductProcess(settings, log);
        product.start();
        product.logIn("broker@demo.example");
    }

    @Override
    public void play(LongConsumer step) throws Exception {
        var created = product.request(
                "POST", "/api/deals", Map.of("name", "Bench " + UUID.randomUUID(), "contacts", List.of(CONTACT)));
        var deal = UUID.fromString(created.get("id").asText());
        var visit = nextVisit(deal, null);
        while (visit != null) {
            var outcome = BareZeebe.OUTCOMES.get(visit.elementId());
            long asked = System.nanoTime();
            product.request("POST", "/api/deals/" + deal + "/moves", move(visit, outcome));
            visit = nextVisit(deal, visit);
            step.accept(System.nanoTime() - asked);
        }
    }

    private static Map<String, Object> move(Visit visit, String outcome) {
        return outcome.isEmpty()
                ? Map.of("visitId", visit.id())
                : Map.of("visitId", visit.id(), "outcome", outcome);
    }

    private record Visit(UUID id, String elementId) {}

    /** Waits until the deal stands on another stage than {@code former}; null when it is won. */
    private Visit nextVisit(UUID deal, Visit former) throws Exception {
        long end = System.nanoTime() + STEP_TIMEOUT;
        while (System.nanoTime() < end) {
            try (var query = database.get().prepareStatement("""
                            select d.state, v.id, v.element_id from deal d
                            left join stage_visit v on v.deal_id = d.id and v.left_at is null where d.id = ?""")) {
                query.setBytes(1, Ids.toBytes(deal));
                var row = query.executeQuery();
                if (row.next()) {
                    var id = row.getBytes("id");
                    if (id != null && (former == null || !Ids.fromBytes(id).equals(former.id()))) {
                        return new Visit(Ids.fromBytes(id), row.getString("element_id"));
                    }
                    if (row.getString("state").equals("WON")) {
                        return null;
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        throw new TimeoutException("no next stage within a minute");
    }

    private Connection connect() {
        try {
            return DriverManager.getConnection(
                    settings.get("quarkus.datasource.jdbc.url"),
                    settings.get("quarkus.datasource.username"),
                    settings.get("quarkus.datasource.password"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        product.close();
    }
}
