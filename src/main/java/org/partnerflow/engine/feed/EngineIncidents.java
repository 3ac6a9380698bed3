package org.partnerflow.engine.feed;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.shared.Sql;

/** Incidents of our records that people were not told of yet, or not of their end. In the caller's transaction. */
@ApplicationScoped
public class EngineIncidents {
    @Inject
    Sql sql;

    /**
     * Something that failed in the engine itself.
     *
     * @param jobKey -1 where it is not a job that failed
     * @param errorType as the engine says it, for example CONDITION_ERROR
     * @param cause in the engine's words
     * @param resolved it is over
     */
    public record Incident(
            long key,
            UUID organisationId,
            UUID recordId,
            String processId,
            long definitionKey,
            long instanceKey,
            String elementId,
            long jobKey,
            String errorType,
            String cause,
            boolean resolved) {}

    public List<Incident> untold(int most) {
        return sql.query(
                "select * from engine_incident where told = false order by raised_at limit ?",
                row -> new Incident(
                        row.getLong("incident_key"),
                        Objects.requireNonNull(Sql.id(row, "organisation_id")),
                        Objects.requireNonNull(Sql.id(row, "record_id")),
                        row.getString("process_id"),
                        row.getLong("definition_key"),
                        row.getLong("process_instance_key"),
                        row.getString("element_id"),
                        row.getLong("job_key"),
                        row.getString("error_type"),
                        row.getString("cause"),
                        row.getBoolean("resolved")),
                most);
    }

    /** People were told; what is over as well is forgotten. */
    public void told(Incident incident) {
        if (incident.resolved()) {
            sql.update("delete from engine_incident where incident_key = ? and resolved", incident.key());
        } else {
            sql.update(
                    "update engine_incident set told = true where incident_key = ? and not resolved", incident.key());
        }
    }
}
