package org.partnerflow.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.partnerflow.shared.Ids;

/**
 * Tells when a deal stands on its next stage in the database. One connection asks for all deals at once, so that looking costs the
 * product next to nothing.
 */
final class StageWatch implements AutoCloseable {
    private static final int PAUSE_MILLIS = 10;

    /** Where a deal stands; {@code id} and {@code elementId} are null once it is closed. */
    record Visit(UUID id, String elementId) {}

    private record Waiting(UUID former, CompletableFuture<Visit> next) {}

    private final Map<UUID, Waiting> waiting = new ConcurrentHashMap<>();
    private final Connection database;
    private final Thread thread;
    private volatile boolean closed;

    StageWatch(Map<String, String> settings) throws SQLException {
        database = DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url") + "&useServerPrepStmts=true&cachePrepStmts=true",
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
        thread = Thread.ofPlatform().name("stage-watch").start(this::watch);
    }

    /** Waits until the deal stands elsewhere than at {@code former}, or is closed. */
    Visit next(UUID deal, UUID former) throws Exception {
        var next = new CompletableFuture<Visit>();
        waiting.put(deal, new Waiting(former, next));
        return next.get(1, TimeUnit.MINUTES);
    }

    private void watch() {
        while (!closed) {
            try {
                if (!waiting.isEmpty()) {
                    look(List.copyOf(waiting.keySet()));
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (SQLException e) {
                waiting.values().forEach(each -> each.next().completeExceptionally(e));
                return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look(List<UUID> deals) throws SQLException {
        var places = deals.stream().map(deal -> "?").collect(Collectors.joining(","));
        try (var query = database.prepareStatement("""
                select id, state, visit_id, board_column from deal where id in (%s)""".formatted(places))) {
            for (int i = 0; i < deals.size(); i++) {
                query.setBytes(i + 1, Ids.toBytes(deals.get(i)));
            }
            var rows = query.executeQuery();
            while (rows.next()) {
                var visit = rows.getBytes(3) == null ? null : Ids.fromBytes(rows.getBytes(3));
                found(Ids.fromBytes(rows.getBytes(1)), rows.getString(2), visit, rows.getString(4));
            }
        }
    }

    private void found(UUID deal, String state, UUID visit, String elementId) {
        var wish = waiting.get(deal);
        boolean moved = visit != null && !visit.equals(wish.former());
        if (moved || state.equals("WON")) {
            waiting.remove(deal);
            wish.next().complete(new Visit(moved ? visit : null, moved ? elementId : null));
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
            database.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
