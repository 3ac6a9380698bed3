package org.partnerflow.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.partnerflow.embedded.LocalServices;

/**
 * Measures the product against the bare parts that it is made of, on one broker in one run, and prints the ratios. The numbers
 * themselves say little, because machines differ; the ratios are the claim.
 */
public final class Benchmark {
    private static final int CLIENTS = 16;
    /** Long: on two cores that are busy, the compilers of the JVM take two minutes. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up-seconds", 120));
    private static final Duration MEASURE = Duration.ofSeconds(Integer.getInteger("bench.seconds", 40));

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench");
        try (var services = LocalServices.start(LocalServices.Settings.forPeople(data))) {
            var diagram = Files.readString(Path.of("bpmn", "deal-progression.bpmn"));
            var gateway = services.configuration().get("partnerflow.engine.grpc-address");
            Load.Result bare;
            try (var zeebe = new BareZeebe(gateway, diagram)) {
                bare = run("bare Zeebe client, empty workers", zeebe);
            }
            Load.Result product;
            try (var partnerflow = new Product(services.configuration(), data.resolve("product.log"))) {
                product = run("Partnerflow over REST", partnerflow);
            }
            report(bare, product);
        }
        System.exit(0);
    }

    private static Load.Result run(String name, DealStory story) throws Exception {
        Load.run(story, CLIENTS, WARM_UP);
        var result = Load.run(story, CLIENTS, MEASURE);
        System.out.printf(
                "%-34s %7.2f deals/s   step p50 %6.0f ms   p95 %6.0f ms   (%d deals)%n",
                name, result.dealsPerSecond(), result.stepMillis(50), result.stepMillis(95), result.deals());
        return result;
    }

    private static void report(Load.Result bare, Load.Result product) {
        System.out.printf(
                "%nDeal story at %d clients: ratio %.2f (target: at least 0.6)%n",
                CLIENTS, product.dealsPerSecond() / bare.dealsPerSecond());
        System.out.printf(
                "Click to the next stage in the database, p95: %.1f times the bare completion to activation (target: at most 3)%n",
                product.stepMillis(95) / bare.stepMillis(95));
    }
}
