package org.partnerflow.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

import org.partnerflow.ProductClient;
import org.partnerflow.ProductProcess;

/** The packaged product, used over REST by a broker; the next stage is looked for in its database. */
final class Product implements DealStory {
    private static final Map<String, String> CONTACT =
            Map.of("firstName", "Ada", "lastName", "Byron", "email", "ada@example.org", "phone", "+44 20 7946 0000");

    private final ProductProcess product;
    private final ProductClient broker;
    private final StageWatch stages;

    Product(Map<String, String> settings, Path log) throws Exception {
        product = new ProductProcess(settings, log);
        product.start();
        product.awaitDemoData();
        broker = product.as("broker@demo.example");
        stages = new StageWatch(settings);
    }

    @Override
    public void play(LongConsumer step) throws Exception {
        var created = broker.request(
                "POST", "/api/deals", Map.of("name", "Bench " + UUID.randomUUID(), "contacts", List.of(CONTACT)));
        var deal = UUID.fromString(created.get("id").asText());
        var visit = stages.next(deal, null);
        while (visit.id() != null) {
            var outcome = ZeebeStory.OUTCOMES.get(visit.elementId());
            long asked = System.nanoTime();
            broker.request("POST", "/api/deals/" + deal + "/moves", move(visit.id(), outcome));
            visit = stages.next(deal, visit.id());
            step.accept(System.nanoTime() - asked);
        }
    }

    private static Map<String, Object> move(UUID visit, String outcome) {
        return outcome.isEmpty() ? Map.of("visitId", visit) : Map.of("visitId", visit, "outcome", outcome);
    }

    @Override
    public void close() {
        stages.close();
        product.close();
    }
}
