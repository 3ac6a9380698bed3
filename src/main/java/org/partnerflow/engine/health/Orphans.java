package org.partnerflow.engine.health;

import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.InstanceCanceller;
import org.partnerflow.engine.health.ReconciliationRuns.Item;
import org.partnerflow.engine.health.ReconciliationRuns.Outcome;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Sql;

/** Ends instances of no record. */
@ApplicationScoped
class Orphans {
    private static final int MOST = 500;

    @Inject
    Sql sql;

    @Inject
    InstanceCanceller canceller;

    @Inject
    ReconciliationRuns runs;

    private record Orphan(
            long instanceKey,
            String processId,
            UUID organisation,
            @Nullable UUID record) {}

    /** Instances that the engine tells of, and that no binding knows: of a start that does not count any more. */
    void cancel(UUID run) {
        var found = QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        """
                        select process_instance_key, process_id, organisation_id, record_id from engine_instance i
                        where record_id is not null and start_id is not null and organisation_id is not null
                            and parent_key is null and begun_at < date_sub(utc_timestamp(6), interval 1 minute)
                            and not exists (select 1 from process_binding b
                                where b.record_id = i.record_id and b.start_id = i.start_id)
                        limit ?""",
                        row -> new Orphan(
                                row.getLong("process_instance_key"),
                                row.getString("process_id"),
                                Objects.requireNonNull(Sql.id(row, "organisation_id")),
                                Sql.id(row, "record_id")),
                        MOST));
        for (var orphan : found) {
            canceller.cancel(orphan.instanceKey());
            runs.note(
                    run,
                    orphan.organisation(),
                    new Item(
                            Ids.next(),
                            Outcome.CANCELLED,
                            orphan.processId(),
                            orphan.record(),
                            null,
                            "No record waits for this instance: it was ended."));
        }
    }
}
