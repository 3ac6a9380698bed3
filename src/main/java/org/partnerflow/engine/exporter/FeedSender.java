package org.partnerflow.engine.exporter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Tells the application what is in the buffer, batch by batch, on a thread of its own, so that the broker never waits for it. What the
 * application has not stored is told again, to any node of it, ever more slowly.
 */
final class FeedSender implements Runnable {
    private static final String PATH = "/api/engine-feed";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long GATHER_MILLIS = 100;
    private static final long LOOK_MILLIS = 1_000;
    private static final long SIGN_OF_LIFE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long SAY_AGAIN_NANOS = Duration.ofMinutes(5).toNanos();
    private static final int STORED = 204;

    private final FeedSettings settings;
    private final int partition;
    private final FeedBuffer buffer;
    private final Acknowledgement acknowledge;
    private final Logger log;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private @Nullable URI last;
    private long pause = FIRST_PAUSE_MILLIS;
    private long toldNanos = System.nanoTime() - SIGN_OF_LIFE_NANOS;
    private long saidNanos = System.nanoTime() - SAY_AGAIN_NANOS;
    private boolean away;

    /** Tells the broker what it need not keep. */
    interface Acknowledgement {
        /** @param told the position of what the application has stored last, to be remembered */
        void upTo(long position, long told);
    }

    FeedSender(FeedSettings settings, int partition, FeedBuffer buffer, Acknowledgement acknowledge, Logger log) {
        this.settings = settings;
        this.partition = partition;
        this.buffer = buffer;
        this.acknowledge = acknowledge;
        this.log = log;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                buffer.await(LOOK_MILLIS);
                Thread.sleep(GATHER_MILLIS);
                if (goesOn()) {
                    pause = FIRST_PAUSE_MILLIS;
                } else {
                    Thread.sleep(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, this thread lives on: without it the broker would keep its log for nothing. */
    private boolean goesOn() throws InterruptedException {
        try {
            var batch = buffer.next();
            if (batch.records().isEmpty() && System.nanoTime() - toldNanos < SIGN_OF_LIFE_NANOS) {
                acknowledge.upTo(batch.position(), buffer.told());
                return true;
            }
            if (tell(batch)) {
                acknowledge.upTo(buffer.confirmed(batch, System.nanoTime()), buffer.told());
                toldNanos = System.nanoTime();
                return true;
            }
            acknowledge.upTo(buffer.neededFrom(), buffer.told());
        } catch (RuntimeException e) {
            say(e.toString());
        }
        return false;
    }

    private boolean tell(FeedBuffer.Batch batch) throws InterruptedException {
        var body = "{\"partition\":%d,\"lost\":%s,\"after\":%d,\"records\":[%s]}"
                .formatted(partition, batch.lost(), batch.after(), String.join(",", batch.records()))
                .getBytes(StandardCharsets.UTF_8);
        var addresses = new ArrayList<>(settings.addresses());
        if (last != null && addresses.remove(last)) {
            addresses.addFirst(last);
        }
        String trouble = "no address of the application is known yet";
        for (var address : addresses) {
            try {
                int status = post(address, body);
                if (status == STORED) {
                    heard(address);
                    return true;
                }
                trouble = "%s answered %d".formatted(address, status);
            } catch (IOException | IllegalArgumentException e) {
                trouble = "%s cannot be reached: %s".formatted(address, e);
            }
        }
        say(trouble);
        return false;
    }

    private int post(URI address, byte[] body) throws IOException, InterruptedException {
        var time = Long.toString(System.currentTimeMillis() / 1000);
        var request = HttpRequest.newBuilder(address.resolve(PATH))
                .timeout(PATIENCE)
                .header("Content-Type", "application/octet-stream")
                .header(FeedSignature.TIME_HEADER, time)
                .header(FeedSignature.SIGNATURE_HEADER, FeedSignature.of(settings.secret(), time, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void heard(URI address) {
        last = address;
        if (away) {
            away = false;
            log.info("Partnerflow at {} is told what this partition does", address);
        }
    }

    private void say(String trouble) {
        if (!away || System.nanoTime() - saidNanos > SAY_AGAIN_NANOS) {
            away = true;
            saidNanos = System.nanoTime();
            log.warn("Partnerflow is not told what this partition does, and the log is kept for it: {}", trouble);
        }
    }
}
