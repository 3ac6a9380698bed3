package org.partnerflow.engine.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Sql;

/** Where the instances of a record are, as the engine tells. In the caller's transaction. */
@ApplicationScoped
public class Tokens {
    @Inject
    Sql sql;

    @Inject
    FeedState feed;

    /**
     * An element that was reached and not left yet.
     *
     * @param elementKey of the element instance, by which the engine moves it
     * @param scopeKey of the element that it lies in; the instance's own key where it lies in none
     * @param elementType as the engine says it, for example SERVICE_TASK
     */
    public record Token(
            long instanceKey,
            String processId,
            long elementKey,
            long scopeKey,
            String elementId,
            String elementType,
            Instant since) {}

    /** Whether the engine tells at all just now: if not, an empty list of tokens says nothing. */
    public boolean areKnown() {
        return feed.isAlive();
    }

    /**
     * How many tokens stand at each element of a process of the organisation, whatever version they run on; by its id.
     *
     * @param recordId for one record only; null for all
     */
    public Map<String, Long> perElement(UUID organisationId, String processId, @Nullable UUID recordId) {
        var counts = new TreeMap<String, Long>();
        sql.query(
                        """
                select e.element_id, count(*) as tokens
                from engine_instance i join engine_element e on e.process_instance_key = i.process_instance_key
                where i.organisation_id = ? and i.process_id = ? and (? is null or i.record_id = ?)
                group by e.element_id""",
                        row -> Map.entry(row.getString("element_id"), row.getLong("tokens")),
                        organisationId,
                        processId,
                        recordId,
                        recordId)
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /** In the order in which they were reached. */
    public List<Token> of(UUID recordId) {
        return sql.query(
                """
                select i.process_instance_key, i.process_id, e.element_key, e.scope_key, e.element_id, e.element_type,
                    e.reached_at
                from engine_instance i join engine_element e on e.process_instance_key = i.process_instance_key
                where i.record_id = ? order by e.reached_at, e.element_key""",
                row -> new Token(
                        row.getLong("process_instance_key"),
                        row.getString("process_id"),
                        row.getLong("element_key"),
                        row.getLong("scope_key"),
                        row.getString("element_id"),
                        row.getString("element_type"),
                        row.getObject("reached_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                recordId);
    }
}
