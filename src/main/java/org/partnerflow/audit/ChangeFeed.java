package org.partnerflow.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Sql;
import org.partnerflow.shared.record.RecordType;

/**
 * Tells open pages of every committed change, on whichever node, by following the numbers of the audit trail while anybody listens. A
 * number that is left out belongs to a transaction that may still commit, and is asked for again for longer than one can last.
 */
@Singleton
class ChangeFeed {
    static final Duration PACE = Duration.ofMillis(250);
    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_LEFT_OUT = 500;
    private static final long NOWHERE = -1;

    /** What is changed there may end somebody's right to listen. */
    private static final Set<String> OF_LOG_INS = Stream.of(
                    RecordType.USER,
                    RecordType.MEMBERSHIP,
                    RecordType.ORGANISATION,
                    RecordType.PARTNER_USER,
                    RecordType.CUSTOMER)
            .map(RecordType::word)
            .collect(Collectors.toSet());

    private static final String NEW_LOG_IN = AuditAction.SESSION_OPENED.word();

    @Inject
    Sql sql;

    private final Set<Listening> pages = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("change-feed").factory());
    /** Numbers that were left out, each with the time from which on nobody waits for it. */
    private final Map<Long, Long> leftOut = new LinkedHashMap<>();

    private long last = NOWHERE;
    private boolean inTrouble;

    private record Entry(long number, @Nullable UUID organisationId, Change change) {}

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::follow, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(PACE.toMillis() * 10, TimeUnit.MILLISECONDS);
    }

    /** From now on the page hears of what changes in the organisation. */
    Listening listen(UUID organisationId) {
        var page = new Listening(organisationId);
        synchronized (this) {
            if (last == NOWHERE) {
                last = Math.max(0, QuarkusTransaction.requiringNew().call(this::newest) - MOST_LEFT_OUT);
                QuarkusTransaction.requiringNew().call(this::unread).forEach(this::remember);
            }
            pages.add(page);
        }
        return page;
    }

    void leave(Listening page) {
        pages.remove(page);
    }

    private synchronized void follow() {
        if (pages.isEmpty()) {
            last = NOWHERE;
            leftOut.clear();
            return;
        }
        try {
            int found;
            do {
                var entries = QuarkusTransaction.requiringNew().call(this::unread);
                entries.forEach(this::remember);
                entries.forEach(this::tell);
                found = entries.size();
            } while (found >= MOST_AT_ONCE);
            inTrouble = false;
        } catch (RuntimeException e) {
            if (!inTrouble) {
                LOG.warnf("The audit trail cannot be read, so open pages hear nothing: %s", e.getMessage());
            }
            inTrouble = true;
        }
    }

    private void tell(Entry entry) {
        boolean ofLogIns = OF_LOG_INS.contains(entry.change().recordType())
                && !entry.change().action().equals(NEW_LOG_IN);
        for (var page : pages) {
            if (Objects.equals(page.organisationId(), entry.organisationId())) {
                page.add(entry.change());
            }
            if (ofLogIns) {
                page.mustProve();
            }
        }
    }

    private long newest() {
        return sql.query("select coalesce(max(sequence_number), 0) from audit_entry", row -> row.getLong(1))
                .getFirst();
    }

    /** Those after the last, and those that were left out and are there now. */
    private List<Entry> unread() {
        var entries = new ArrayList<>(read("sequence_number > ? order by sequence_number limit " + MOST_AT_ONCE, last));
        long now = System.nanoTime();
        leftOut.values().removeIf(until -> until - now < 0);
        if (!leftOut.isEmpty()) {
            entries.addAll(read(
                    "sequence_number in (%s)".formatted(Sql.places(leftOut.size())),
                    leftOut.keySet().toArray()));
        }
        return entries;
    }

    private void remember(Entry entry) {
        leftOut.remove(entry.number());
        long until = System.nanoTime() + LONGEST_TRANSACTION.toNanos();
        for (long number = Math.max(last + 1, entry.number() - MOST_LEFT_OUT); number < entry.number(); number++) {
            leftOut.put(number, until);
        }
        while (leftOut.size() > MOST_LEFT_OUT) {
            leftOut.remove(leftOut.keySet().iterator().next());
        }
        last = Math.max(last, entry.number());
    }

    private List<Entry> read(String condition, Object... values) {
        return sql.query(
                "select id, sequence_number, organisation_id, record_type, record_id, action from audit_entry where "
                        + condition,
                row -> new Entry(
                        row.getLong("sequence_number"),
                        Sql.id(row, "organisation_id"),
                        new Change(
                                Objects.requireNonNull(Sql.id(row, "id")),
                                row.getString("record_type"),
                                Objects.requireNonNull(Sql.id(row, "record_id")),
                                row.getString("action"))),
                values);
    }
}
