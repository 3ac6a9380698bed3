package org.partnerflow.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Texts;

/** Records every change in the transaction that makes it, and reads the trail of a record. */
@ApplicationScoped
public class AuditTrail {
    @Inject
    EntityManager entities;

    @Inject
    ChangeSet changes;

    @Inject
    ChangeReader kept;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    /**
     * Records a change by the current actor.
     *
     * @param action record type and past participle, for example {@code deal.moved}
     * @param recordType for example {@code deal}; pages that show such records load anew
     * @param details small facts, never secrets: what changed, from what, to what
     */
    @Transactional(TxType.MANDATORY)
    public void record(String action, String recordType, UUID recordId, Map<String, ?> details) {
        try {
            entities.persist(new AuditEntry(
                    clock.instant(),
                    actors.current(),
                    action,
                    recordType,
                    recordId,
                    json.writeValueAsString(details),
                    changes.told()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected details that can be written as JSON for " + action, e);
        }
    }

    /**
     * A field of a record, before and after.
     *
     * @param recordType for example {@code deal-contact}
     */
    @Schema(name = "AuditChange")
    public record Change(
            String recordType,
            UUID recordId,
            String field,
            @Nullable Object before,
            @Nullable Object after) {}

    /** One line of the trail, as shown to people. */
    public record Line(
            UUID id,
            Instant at,
            String actor,
            @Nullable String address,
            String action,
            String recordType,
            UUID recordId,
            Map<String, Object> details,
            List<Change> changes) {}

    /** Which entries are wanted; null means all. */
    public record Filter(
            @Nullable UUID recordId,
            @Nullable String recordType,
            @Nullable String text,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** The trail of one record, newest first. */
    @Transactional
    public Page<Line> lines(UUID recordId, @Nullable UUID before, int limit) {
        return lines(new Filter(recordId, null, null, null, null), before, limit);
    }

    /** The trail of the organisation, newest first. */
    @Transactional
    public Page<Line> lines(Filter filter, @Nullable UUID before, int limit) {
        var text = Texts.containing(filter.text());
        var found = entities.createQuery("""
                        from AuditEntry where (:record is null or recordId = :record)
                          and (:type is null or recordType = :type)
                          and (:text is null or actorName like :text escape '!' or action like :action escape '!'
                              or details like :text escape '!')
                          and (:from is null or recordedAt >= :from) and (:until is null or recordedAt < :until)
                          and (:before is null or id < :before)
                        order by id desc""", AuditEntry.class)
                .setParameter("record", filter.recordId())
                .setParameter("type", filter.recordType())
                .setParameter("text", text)
                .setParameter("action", text == null ? null : text.strip().replace(' ', '_'))
                .setParameter("from", filter.from())
                .setParameter("until", filter.until())
                .setParameter("before", before)
                .setMaxResults(limit + 1)
                .getResultList();
        return page(found, limit);
    }

    /** What happened to any of the records, newest first: the activity of a record with all that belongs to it. */
    @Transactional
    public Page<Line> activity(Collection<UUID> recordIds, @Nullable UUID before, int limit) {
        if (recordIds.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var found = entities.createQuery("""
                        from AuditEntry where recordId in (:records) and (:before is null or id < :before)
                        order by id desc""", AuditEntry.class)
                .setParameter("records", recordIds)
                .setParameter("before", before)
                .setMaxResults(limit + 1)
                .getResultList();
        return page(found, limit);
    }

    private Page<Line> page(List<AuditEntry> found, int limit) {
        var page = Page.of(List.copyOf(found), limit, entry -> entry.id.toString());
        var changed = kept.of(page.items());
        return page.map(entry -> line(entry, changed.getOrDefault(entry.id, List.of())));
    }

    private Line line(AuditEntry entry, List<Change> changed) {
        try {
            var details = json.readValue(entry.details, new TypeReference<Map<String, Object>>() {});
            return new Line(
                    entry.id,
                    entry.recordedAt,
                    entry.actorName,
                    entry.address,
                    entry.action,
                    entry.recordType,
                    entry.recordId,
                    details,
                    changed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected JSON in audit entry " + entry.id, e);
        }
    }
}
