package org.partnerflow.engine;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Sql;

/**
 * Jobs of our types in instances that belong to no record, for example started by hand. No organisation can be told of them: they are
 * held in the engine, and listed on the page of its health.
 */
@ApplicationScoped
public class StrayJobs {
    private static final Logger LOG = Logger.getLogger(StrayJobs.class);
    private static final int MOST = 100;

    @Inject
    Sql sql;

    @Inject
    JobReplies replies;

    @Inject
    InstanceCanceller canceller;

    /** An instance that waits for somebody to end it; its key is too large for the numbers of a browser. */
    public record Stray(String instanceKey, String processId, String elementId, String jobType, String cause) {}

    void giveUp(Delivery job, String cause) {
        LOG.warnf("Job %d (%s) is held: %s", (Object) job.key(), job.type(), cause);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        sql.update("""
                insert into stray_job (process_instance_key, process_id, element_id, job_type, cause, seen_at)
                values (?, ?, ?, ?, ?, utc_timestamp(6))
                on duplicate key update element_id = values(element_id), job_type = values(job_type), cause = values(cause),
                    seen_at = values(seen_at)""", job.processInstanceKey(), job.processId(), job.elementId(), job.type(), cause));
        replies.giveUp(job, cause);
    }

    @Transactional
    public List<Stray> all() {
        return sql.query(
                "select * from stray_job order by seen_at desc limit ?",
                row -> new Stray(
                        row.getString("process_instance_key"),
                        row.getString("process_id"),
                        row.getString("element_id"),
                        row.getString("job_type"),
                        row.getString("cause")),
                MOST);
    }

    /** Ends a listed instance in the engine. */
    public void end(String instanceKey) {
        boolean isListed = QuarkusTransaction.requiringNew().call(() -> !sql.query(
                        "select 1 from stray_job where process_instance_key = ?", row -> true, instanceKey)
                .isEmpty());
        if (!isListed || !instanceKey.matches("\\d{1,19}")) {
            throw Problems.notFound("Instance");
        }
        canceller.cancel(Long.parseLong(instanceKey));
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("delete from stray_job where process_instance_key = ?", instanceKey));
    }
}
