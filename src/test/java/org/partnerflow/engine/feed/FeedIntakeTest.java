package org.partnerflow.engine.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.engine.exporter.FeedSignature;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/** What a partition tells is stored once, whoever tells it how often, and only with the right signature. */
@QuarkusTest
@Tag("F5.3")
class FeedIntakeTest {
    @Inject
    FeedConfig config;

    @Inject
    Tokens tokens;

    @Inject
    Sql sql;

    private final int partition = ThreadLocalRandom.current().nextInt(1_000, 1_000_000_000);
    private final long base = (long) partition << 20;
    private final UUID record = Ids.next();
    private final long now = System.currentTimeMillis();

    @AfterEach
    void forgetThePartition() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("delete from engine_feed where partition_id = ?", partition);
            sql.update("delete from engine_instance where partition_id = ?", partition);
            sql.update("delete from engine_element where partition_id = ?", partition);
        });
    }

    @Test
    @DisplayName("a batch that is told twice is stored once, and an older one does not bring a token back")
    void storesEachRecordOnce() {
        var begun = new ArrayList<>(begun(10));
        begun.add(reached(14, 1, "Task_A"));
        tell(begun).statusCode(204);
        tell(begun).statusCode(204);
        assertThat(elements()).containsExactly("Task_A");

        tell(List.of(left(15, 1), reached(16, 2, "Task_B"))).statusCode(204);
        assertThat(elements()).containsExactly("Task_B");
        tell(begun).statusCode(204);
        assertThat(elements()).containsExactly("Task_B");
    }

    @Test
    @DisplayName("instances of others, which have not our variables, are not stored")
    void storesOnlyOurs() {
        tell(List.of(reached(5, 1, "Task_Foreign"))).statusCode(204);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() ->
                                sql.query("select 1 from engine_element where partition_id = ?", row -> 1, partition)))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "17: an engine that was emptied or restored is known by a record that is older by position and younger by time")
    @Tag("F11.2")
    void noticesAnotherEngine() {
        var begun = new ArrayList<>(begun(1_000));
        begun.add(reached(1_004, 1, "Task_A"));
        tell(begun).statusCode(204);

        tell(List.of("""
                {"what":"LEFT","position":7,"time":%d,"key":%d,"instance":%d}""".formatted(now + 60_000, base + 99, base + 98))).statusCode(204);
        assertThat(elements()).isEmpty();
        assertThat(brokenAt()).containsExactly(7L);
    }

    @Test
    @DisplayName("17: a database that was restored from before is known by what was stored and is not there")
    @Tag("F11.2")
    void noticesThatItIsOlderThanTheEngine() {
        var begun = new ArrayList<>(begun(1_000));
        begun.add(reached(1_004, 1, "Task_A"));
        tell(0, begun).statusCode(204);
        tell(1_004, List.of()).statusCode(204);
        assertThat(elements()).containsExactly("Task_A");

        tell(1_500, List.of()).statusCode(204);
        assertThat(elements()).isEmpty();
        assertThat(brokenAt()).containsExactly(1_500L);
    }

    @Test
    @DisplayName(
            "a batch without the right signature, or with an old one, is refused (401), and one that is none (400)")
    void refusesWhatIsNotSigned() {
        var body = "{\"partition\":%d,\"lost\":false,\"records\":[]}".formatted(partition);
        var time = Long.toString(now / 1000);
        var right = sign(time, body);
        post(body, time, right).statusCode(204);
        post(body + " ", time, right).statusCode(401);
        post(body, Long.toString(now / 1000 + 1), right).statusCode(401);
        post(body, time, right.replace(right.charAt(0), right.charAt(0) == 'a' ? 'b' : 'a'))
                .statusCode(401);
        Given.nobody()
                .contentType("application/octet-stream")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/engine-feed")
                .then()
                .statusCode(401);
        var old = Long.toString(now / 1000 - config.oldestSignature().toSeconds() - 60);
        post(body, old, sign(old, body)).statusCode(401);
        post("{}}", time, sign(time, "{}}")).statusCode(400);
        post("{\"puppy\":1}", time, sign(time, "{\"puppy\":1}")).statusCode(400);
        post("null", time, sign(time, "null")).statusCode(400);
    }

    private List<String> begun(long position) {
        return List.of(
                variable(position, "recordId", record),
                variable(position + 1, "organisationId", Ids.next()),
                variable(position + 2, "startId", Ids.next()));
    }

    private String variable(long position, String name, UUID value) {
        return """
                {"what":"VARIABLE","position":%d,"time":%d,"key":%d,"instance":%d,"processId":"probe-steps","definition":5,"name":"%s","text":"\\"%s\\""}""".formatted(position, now, base + 500 + position, base, name, value);
    }

    private String reached(long position, long element, String id) {
        return """
                {"what":"REACHED","position":%d,"time":%d,"key":%d,"instance":%d,"processId":"probe-steps","definition":5,"elementId":"%s","elementType":"SERVICE_TASK","scope":%d,"parent":-1}""".formatted(position, now, base + element, base, id, base);
    }

    private String left(long position, long element) {
        return """
                {"what":"LEFT","position":%d,"time":%d,"key":%d,"instance":%d}""".formatted(position, now, base + element, base);
    }

    private List<String> elements() {
        return QuarkusTransaction.requiringNew().call(() -> tokens.of(record)).stream()
                .map(Tokens.Token::elementId)
                .toList();
    }

    private ValidatableResponse tell(List<String> records) {
        return tell(0, records);
    }

    private ValidatableResponse tell(long after, List<String> records) {
        var body = "{\"partition\":%d,\"lost\":false,\"after\":%d,\"records\":[%s]}"
                .formatted(partition, after, String.join(",", records));
        var time = Long.toString(now / 1000);
        return post(body, time, sign(time, body));
    }

    private String sign(String time, String body) {
        return FeedSignature.of(config.secret().orElseThrow(), time, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse post(String body, String time, String signature) {
        return Given.nobody()
                .contentType("application/octet-stream")
                .header(FeedSignature.TIME_HEADER, time)
                .header(FeedSignature.SIGNATURE_HEADER, signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/engine-feed")
                .then();
    }

    private List<Long> brokenAt() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select position from engine_feed where partition_id = ? and broken_at is not null",
                        row -> row.getLong(1),
                        partition));
    }
}
