package org.partnerflow.engine;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Sql;

/**
 * Remembers what became of each job, in the transaction of its effect, so that a second delivery has no second effect. Two deliveries
 * at once wait for each other at the row. The keys of an engine that was emptied begin anew: a job is known by its key and its start.
 */
@ApplicationScoped
class JobInbox {
    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    /**
     * What is known of a job.
     *
     * @param isNew nothing was known: now the expected outcome is noted
     * @param outcome null while it has not been done
     */
    record Entry(boolean isNew, int failures, @Nullable JobOutcome outcome) {}

    /**
     * Locks the entry of a job until the transaction ends. Makes it, with the outcome that is expected, if there is none: only another
     * outcome has to be noted after the work.
     *
     * @param expected null when the job is not going to be done now
     */
    Entry enter(Delivery job, @Nullable JobOutcome expected) {
        if (insert(job, expected) == 1) {
            return new Entry(true, 0, null);
        }
        boolean isOfAnotherEngine = sql.update(
                        """
                        update inbox_job
                        set organisation_id = ?, record_id = ?, job_type = ?, start_id = ?, failures = 0, outcome = ?, kept_open = ?,
                            received_at = utc_timestamp(6)
                        where job_key = ? and (record_id <> ? or start_id <> ?)""",
                        job.organisationId(),
                        job.recordId(),
                        job.type(),
                        job.startId(),
                        expected == null ? null : write(expected),
                        expected instanceof JobOutcome.KeptOpen,
                        job.key(),
                        job.recordId(),
                        job.startId())
                == 1;
        if (isOfAnotherEngine) {
            return new Entry(true, 0, null);
        }
        return sql.query(
                        "select failures, outcome from inbox_job where job_key = ? for update",
                        row -> new Entry(false, row.getInt("failures"), read(row.getString("outcome"))),
                        job.key())
                .getFirst();
    }

    void done(Delivery job, JobOutcome outcome) {
        sql.update(
                "update inbox_job set outcome = ?, kept_open = ? where job_key = ?",
                write(outcome),
                outcome instanceof JobOutcome.KeptOpen,
                job.key());
    }

    void failed(Delivery job) {
        sql.update("update inbox_job set failures = failures + 1 where job_key = ?", job.key());
    }

    /** A job that is kept open has come again, so it is still there. */
    void cameAgain(Delivery job) {
        sql.update("update inbox_job set received_at = utc_timestamp(6) where job_key = ?", job.key());
    }

    /** @param openOlderThan the same for jobs that are kept open, which are gone when they have not come again for so long */
    int forget(Duration olderThan, Duration openOlderThan, int most) {
        return sql.update("""
                delete from inbox_job
                where received_at < date_sub(utc_timestamp(6), interval ? second)
                    and (not kept_open or received_at < date_sub(utc_timestamp(6), interval ? second)) limit ?""", olderThan.toSeconds(), openOlderThan.toSeconds(), most);
    }

    private int insert(Delivery job, @Nullable JobOutcome expected) {
        return sql.update(
                """
                insert ignore into inbox_job
                    (job_key, organisation_id, record_id, job_type, start_id, failures, outcome, kept_open, received_at)
                values (?, ?, ?, ?, ?, 0, ?, ?, utc_timestamp(6))""",
                job.key(),
                job.organisationId(),
                job.recordId(),
                job.type(),
                job.startId(),
                expected == null ? null : write(expected),
                expected instanceof JobOutcome.KeptOpen);
    }

    private @Nullable JobOutcome read(@Nullable String outcome) {
        try {
            return outcome == null ? null : json.readValue(outcome, JobOutcome.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected an outcome in the inbox", e);
        }
    }

    private String write(JobOutcome outcome) {
        try {
            return json.writerFor(JobOutcome.class).writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected variables that can be written as JSON", e);
        }
    }
}
