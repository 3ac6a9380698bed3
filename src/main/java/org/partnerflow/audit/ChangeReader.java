package org.partnerflow.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditTrail.Change;
import org.partnerflow.shared.Sql;

/** Finds what entries of the trail have changed: of their own record, and the first of a transaction of all that have no entry. */
@ApplicationScoped
class ChangeReader {
    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    private record Kept(UUID changeSet, String recordType, UUID recordId, String fields) {}

    /** By the id of the entry. */
    Map<UUID, List<Change>> of(Collection<AuditEntry> entries) {
        var sets = entries.stream()
                .filter(entry -> entry.changeSet != null)
                .collect(Collectors.groupingBy(entry -> Objects.requireNonNull(entry.changeSet)));
        if (sets.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, List<Change>>();
        for (var kept : kept(sets.keySet())) {
            var told = sets.get(kept.changeSet()).stream()
                    .sorted(Comparator.comparing(entry -> entry.id))
                    .toList();
            var entry = told.stream()
                    .filter(each -> each.recordId.equals(kept.recordId()))
                    .findFirst()
                    .orElse(told.getFirst());
            found.computeIfAbsent(entry.id, id -> new ArrayList<>()).addAll(changes(kept));
        }
        return found;
    }

    private List<Kept> kept(Collection<UUID> sets) {
        return sql.query(
                "select change_set, record_type, record_id, fields from audit_change where change_set in (%s) order by id"
                        .formatted(Sql.places(sets.size())),
                row -> new Kept(
                        Objects.requireNonNull(Sql.id(row, "change_set")),
                        row.getString("record_type"),
                        Objects.requireNonNull(Sql.id(row, "record_id")),
                        row.getString("fields")),
                sets.toArray());
    }

    private List<Change> changes(Kept kept) {
        try {
            return json
                    .readValue(kept.fields(), new TypeReference<Map<String, Map<String, @Nullable Object>>>() {})
                    .entrySet()
                    .stream()
                    .map(field -> new Change(
                            kept.recordType(),
                            kept.recordId(),
                            field.getKey(),
                            field.getValue().get("from"),
                            field.getValue().get("to")))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected JSON in a change of " + kept.recordId(), e);
        }
    }
}
