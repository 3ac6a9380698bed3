package org.partnerflow.engine.feed;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.exporter.FeedSignature;
import org.partnerflow.shared.Problems;

/** Where the engine's exporter tells what the engine does. It has no session: its signature says who it is. */
@Path("/api/engine-feed")
public class FeedResource {
    private static final int LARGEST = 2_000_000;

    /** Of its own: what the exporter leaves out is nothing. */
    private static final ObjectReader BATCH = new ObjectMapper().readerFor(FeedBatch.class);

    @Inject
    FeedConfig config;

    @Inject
    FeedIntake intake;

    @Inject
    Event<FeedHeard> heard;

    @Inject
    Clock clock;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void take(
            byte @Nullable [] body,
            @HeaderParam(FeedSignature.TIME_HEADER) @Nullable String time,
            @HeaderParam(FeedSignature.SIGNATURE_HEADER) @Nullable String signature) {
        var secret = config.secret().orElseThrow(() -> Problems.notFound("A feed of the engine"));
        if (body == null || body.length > LARGEST) {
            throw Problems.invalid("body", "Expected a batch of at most %d bytes.".formatted(LARGEST));
        }
        if (time == null || signature == null || !FeedSignature.isRight(signature, secret, time, body)) {
            throw unsigned("Expected a batch that is signed with the secret of this application.");
        }
        if (age(time).abs().compareTo(config.oldestSignature()) > 0) {
            throw unsigned("Expected a batch signed just now, but it was signed at %s and it is %s: set the clocks."
                    .formatted(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant()));
        }
        heard.fire(intake.take(read(body)));
    }

    /** The time is signed: it is a number when the signature is right. */
    private static Duration age(String time) {
        return Duration.ofMillis(System.currentTimeMillis() - 1000 * Long.parseLong(time));
    }

    private FeedBatch read(byte[] body) {
        try {
            FeedBatch batch = BATCH.readValue(body);
            if (batch == null || batch.records() == null) {
                throw new IOException("no batch");
            }
            return batch;
        } catch (IOException e) {
            throw Problems.invalid(
                    "body",
                    "Expected what the exporter of this version sends: is the broker's jar of another version?");
        }
    }

    private static HttpProblem unsigned(String detail) {
        return HttpProblem.builder()
                .withStatus(401)
                .withTitle("Unauthorized")
                .withDetail(detail)
                .build();
    }
}
