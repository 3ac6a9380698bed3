package org.partnerflow.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.partnerflow.embedded.LocalServices;

/**
 * Measures the product against the bare parts that it is made of, on one broker in one run, and prints the ratios. The numbers
 * themselves say little, because machines differ and are busy with other things; the ratios are the claim. So both sides take turns.
 */
public final class Benchmark {
    private static final int CLIENTS = 16;
    /** So many that the compilers of the JVM have done their work. */
    private static final int WARM_UP_DEALS = Integer.getInteger("bench.warm-up-deals", 5_000);

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
    private static final Duration ROUND = Duration.ofSeconds(10);

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        DuplicateFigures.print();
        var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench");
        try (var services = LocalServices.start(LocalServices.Settings.forPeople(data))) {
            var diagram = Files.readString(Path.of("bpmn", "deal-progression.bpmn"));
            var gateway = services.configuration().get("partnerflow.engine.grpc-address");
            try (var zeebe = new ZeebeStory("bare", gateway, diagram, 1, ZeebeStory.Steps.NOTHING);
                    var partnerflow = new Product(services.configuration(), data.resolve("product.log"));
                    var byHand = new ZeebeStory(
                            "by-hand", gateway, diagram, 8, new HandWrittenRows(services.configuration()))) {
                compare(zeebe, byHand, partnerflow);
            }
        }
        System.exit(0);
    }

    private static void compare(DealStory zeebe, DealStory byHand, DealStory partnerflow) throws Exception {
        warmUp(zeebe);
        warmUp(byHand);
        warmUp(partnerflow);
        var bare = Load.Result.NONE;
        var hand = Load.Result.NONE;
        var product = Load.Result.NONE;
        for (int round = 0; round < ROUNDS; round++) {
            bare = bare.and(Load.run(zeebe, CLIENTS, ROUND));
            hand = hand.and(Load.run(byHand, CLIENTS, ROUND));
            product = product.and(Load.run(partnerflow, CLIENTS, ROUND));
        }
        print("bare Zeebe client, empty workers", bare);
        print("the same, its rows written by hand", hand);
        print("Partnerflow over REST", product);
        report(bare, hand, product);
    }

    private static void warmUp(DealStory story) throws Exception {
        for (double deals = 0; deals < WARM_UP_DEALS; ) {
            deals += Load.run(story, CLIENTS, ROUND).deals();
        }
    }

    private static void print(String name, Load.Result result) {
        System.out.printf(
                "%-34s %7.2f deals/s   step p50 %6.0f ms   p95 %6.0f ms   processor %5.1f ms each   (%.0f deals)%n",
                name,
                result.dealsPerSecond(),
                result.stepMillis(50),
                result.stepMillis(95),
                result.processorMillisPerDeal(),
                result.deals());
    }

    private static void report(Load.Result bare, Load.Result hand, Load.Result product) {
        System.out.printf(
                "%nDeal story at %d clients: ratio %.2f to bare Zeebe (target: at least 0.6)%n",
                CLIENTS, product.dealsPerSecond() / bare.dealsPerSecond());
        System.out.printf(
                "With rows written by hand, without HTTP, checks and mail: ratio %.2f to bare Zeebe; Partnerflow's to that %.2f%n",
                hand.dealsPerSecond() / bare.dealsPerSecond(), product.dealsPerSecond() / hand.dealsPerSecond());
        System.out.printf(
                "Click to the next stage in the database, p95: %.1f times the bare completion to activation (target: at most 3)%n",
                product.stepMillis(95) / bare.stepMillis(95));
    }
}
