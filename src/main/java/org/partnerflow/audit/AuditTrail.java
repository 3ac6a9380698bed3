package org.partnerflow.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Texts;
import org.partnerflow.shared.record.RecordType;

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
    NamedIds named;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    /**
     * Records a change by the current actor.
     *
     * @param details small facts, never secrets: what changed, from what, to what
     */
    @Transactional(TxType.MANDATORY)
    public void record(AuditAction action, UUID recordId, Map<String, ?> details) {
        try {
            entities.persist(new AuditEntry(
                    clock.instant(),
                    actors.current(),
                    action,
                    recordId,
                    json.writeValueAsString(details),
                    changes.told()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected details that can be written as JSON for " + action.word(), e);
        }
    }

    /**
     * A field of a record, before and after.
     *
     * @param recordType for example {@code deal-contact}
     */
    @Schema(name = "AuditChange")
    public record Change(
            @Schema(type = SchemaType.STRING, implementation = RecordType.class)
            String recordType,

            UUID recordId,
            String field,
            @Nullable Object before,
            @Nullable Object after) {}

    /**
     * One line of the trail, as shown to people.
     *
     * @param names what people call the records whose ids are in the details and the changes of the page, where it is known
     */
    public record Line(
            UUID id,
            Instant at,
            String actor,
            @Nullable String address,

            @Schema(type = SchemaType.STRING, implementation = AuditAction.class)
            String action,

            @Schema(type = SchemaType.STRING, implementation = RecordType.class)
            String recordType,

            UUID recordId,
            Map<String, Object> details,
            List<Change> changes,
            Map<UUID, String> names) {}

    /** Which entries are wanted; null means all. */
    public record Filter(
            @Nullable UUID recordId,
            @Nullable RecordType recordType,
            @Nullable String text,
            Set<AuditAction> actions,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Whether the current actor has done this to the record since then: who asks for the same twice gets one answer. */
    @Transactional
    public boolean isDoneByActor(AuditAction action, UUID recordId, Instant since) {
        return !entities.createQuery("""
                        select id from AuditEntry where recordId = :record and action = :action and actorUserId = :user
                          and recordedAt >= :since""", UUID.class)
                .setParameter("record", recordId)
                .setParameter("action", action.word())
                .setParameter("user", actors.current().userId())
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The trail of one record, newest first. */
    @Transactional
    public Page<Line> lines(UUID recordId, @Nullable UUID before, int limit) {
        return lines(new Filter(recordId, null, null, Set.of(), null, null), before, limit);
    }

    /** The trail of the organisation, newest first. */
    @Transactional
    public Page<Line> lines(Filter filter, @Nullable UUID before, int limit) {
        var text = Texts.containing(filter.text());
        var found = entities.createQuery("""
                        from AuditEntry where (:record is null or recordId = :record)
                          and (:type is null or recordType = :type)
                          and (:everything = true or action in (:actions) or actorName like :text escape '!' or action like :action escape '!'
                              or details like :text escape '!')
                          and (:from is null or recordedAt >= :from) and (:until is null or recordedAt < :until)
                          and (:before is null or id < :before)
                        order by id desc""", AuditEntry.class)
                .setParameter("record", filter.recordId())
                .setParameter(
                        "type",
                        filter.recordType() == null ? null : filter.recordType().word())
                .setParameter("everything", text == null && filter.actions().isEmpty())
                .setParameter(
                        "actions",
                        filter.actions().stream().map(AuditAction::word).toList())
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

    /** The details of entries of the organisation, by the entry's id. */
    @Transactional
    Map<UUID, Map<String, Object>> details(Collection<UUID> entryIds) {
        if (entryIds.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("from AuditEntry where id in (:entries)", AuditEntry.class)
                .setParameter("entries", entryIds)
                .getResultStream()
                .collect(Collectors.toMap(entry -> entry.id, this::details));
    }

    private Page<Line> page(List<AuditEntry> found, int limit) {
        var page = Page.of(List.copyOf(found), limit, entry -> entry.id.toString());
        var changed = kept.of(page.items());
        var details = page.items().stream().collect(Collectors.toMap(entry -> entry.id, this::details));
        var names = named.in(
                List.copyOf(details.values()),
                changed.values().stream().flatMap(List::stream).toList());
        return page.map(entry -> line(
                entry, details.getOrDefault(entry.id, Map.of()), changed.getOrDefault(entry.id, List.of()), names));
    }

    private Map<String, Object> details(AuditEntry entry) {
        try {
            return json.readValue(entry.details, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected JSON in audit entry " + entry.id, e);
        }
    }

    private static Line line(
            AuditEntry entry, Map<String, Object> details, List<Change> changed, Map<UUID, String> names) {
        return new Line(
                entry.id,
                entry.recordedAt,
                entry.actorName,
                entry.address,
                entry.action,
                entry.recordType,
                entry.recordId,
                details,
                changed,
                names);
    }
}
