package org.partnerflow.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Sql;

/**
 * Which process instance works for a record, remembered by us, as the engine forgets. The first job of an instance binds it; a job of
 * any other instance of the same start is not admitted. In the caller's transaction.
 */
@ApplicationScoped
public class ProcessBindings {
    @Inject
    Sql sql;

    /**
     * A bound process of a record.
     *
     * @param startId the outbox message that started it, or the process that calls it
     * @param called by another process of the record, and so not started itself
     * @param instanceKey null until the first job
     * @param confirmed whether a job has shown that the start has happened
     * @param lastMessageId the message that the instance had got last at its latest job
     */
    public record Binding(
            String processId,
            UUID startId,
            boolean called,
            @Nullable Long instanceKey,
            boolean confirmed,
            @Nullable UUID lastMessageId) {}

    public List<Binding> of(UUID recordId) {
        return sql.query("select * from process_binding where record_id = ?", ProcessBindings::binding, recordId);
    }

    Optional<Binding> of(UUID recordId, String processId) {
        return sql
                .query(
                        "select * from process_binding where record_id = ? and process_id = ?",
                        ProcessBindings::binding,
                        recordId,
                        processId)
                .stream()
                .findFirst();
    }

    private static Binding binding(ResultSet row) throws SQLException {
        return new Binding(
                row.getString("process_id"),
                Objects.requireNonNull(Sql.id(row, "start_id")),
                row.getBoolean("called"),
                row.getObject("process_instance_key", Long.class),
                row.getObject("confirmed_at") != null,
                Sql.id(row, "last_message_id"));
    }

    /** Makes a start the one that counts: the first, or in place of {@code former}. False when another one was quicker. */
    boolean begin(UUID recordId, String processId, UUID organisationId, UUID startId, @Nullable Binding former) {
        if (former == null) {
            return sql.update("""
                            insert ignore into process_binding (record_id, process_id, organisation_id, start_id, called)
                            values (?, ?, ?, ?, false)""", recordId, processId, organisationId, startId) == 1;
        }
        return sql.update("""
                        update process_binding
                        set start_id = ?, called = false, process_instance_key = null, confirmed_at = null,
                            last_message_id = null
                        where record_id = ? and process_id = ? and start_id = ?""", startId, recordId, processId, former.startId()) == 1;
    }

    /** Lets the former start count again, because the one in its place was refused. */
    void restore(UUID recordId, String processId, UUID refusedStartId, Binding former) {
        sql.update(
                """
                update process_binding
                set start_id = ?, called = ?, process_instance_key = ?, last_message_id = ?,
                    confirmed_at = case when ? then utc_timestamp(6) else null end
                where record_id = ? and process_id = ? and start_id = ?""",
                former.startId(),
                former.called(),
                former.instanceKey(),
                former.lastMessageId(),
                former.confirmed(),
                recordId,
                processId,
                refusedStartId);
    }

    /** Whether the instance of a job is the one that works for the record; binds it if it is the first. */
    boolean admits(Delivery job) {
        var own = of(job.recordId(), job.processId());
        if (own.isPresent() && !own.get().called()) {
            return admitsStarted(job, own.get());
        }
        boolean callerCounts = of(job.recordId()).stream()
                .anyMatch(binding -> !binding.called() && binding.startId().equals(job.startId()));
        if (callerCounts && !own.map(binding -> isCurrent(job, binding)).orElse(false)) {
            bindCalled(job);
        }
        return callerCounts;
    }

    private boolean admitsStarted(Delivery job, Binding own) {
        if (!own.startId().equals(job.startId())) {
            return false;
        }
        if (isCurrent(job, own)) {
            return true;
        }
        return sql.update(
                        """
                        update process_binding
                        set process_instance_key = ?, confirmed_at = coalesce(confirmed_at, utc_timestamp(6)),
                            last_message_id = ?
                        where record_id = ? and process_id = ? and start_id = ?
                            and (process_instance_key is null or process_instance_key = ?)""",
                        job.processInstanceKey(),
                        job.lastMessageId(),
                        job.recordId(),
                        job.processId(),
                        job.startId(),
                        job.processInstanceKey())
                == 1;
    }

    /** A process may call the same one several times, one after the other: the latest is bound. */
    private void bindCalled(Delivery job) {
        sql.update(
                """
                insert into process_binding
                    (record_id, process_id, organisation_id, start_id, called, process_instance_key, last_message_id)
                values (?, ?, ?, ?, true, ?, ?)
                on duplicate key update start_id = values(start_id),
                    process_instance_key = values(process_instance_key), last_message_id = values(last_message_id)""",
                job.recordId(),
                job.processId(),
                job.organisationId(),
                job.startId(),
                job.processInstanceKey(),
                job.lastMessageId());
        sql.update("""
                update process_binding set confirmed_at = utc_timestamp(6)
                where record_id = ? and start_id = ? and confirmed_at is null""", job.recordId(), job.startId());
    }

    private static boolean isCurrent(Delivery job, Binding own) {
        return Objects.equals(own.instanceKey(), job.processInstanceKey())
                && own.startId().equals(job.startId())
                && Objects.equals(own.lastMessageId(), job.lastMessageId());
    }
}
