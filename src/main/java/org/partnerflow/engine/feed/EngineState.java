package org.partnerflow.engine.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.feed.FeedBatch.Told;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Sql;
import org.partnerflow.shared.Texts;

/** The instances of our records, where they are and what failed in them, as the engine tells. What comes and goes in one batch is never stored. */
@ApplicationScoped
class EngineState {
    private static final int LONGEST_CAUSE = 4_000;

    @Inject
    Sql sql;

    /** What a batch changes. */
    private static final class Change {
        final Map<Long, Tie> ties = new LinkedHashMap<>();
        final Map<Long, Told> called = new LinkedHashMap<>();
        final Map<Long, Told> reached = new LinkedHashMap<>();
        final Set<Long> left = new HashSet<>();
        final Set<Long> ended = new HashSet<>();
        final Map<Long, Told> failed = new LinkedHashMap<>();
        final Set<Long> mended = new HashSet<>();
    }

    /** What ties an instance to a record, as far as the batch tells. */
    private static final class Tie {
        final Told first;
        final Map<String, UUID> ids = new LinkedHashMap<>();

        Tie(Told first) {
            this.first = first;
        }
    }

    /** Returns the keys of the instances that are over. */
    Set<Long> apply(int partition, List<Told> records) {
        var change = new Change();
        records.forEach(record -> note(change, record));
        tie(partition, change);
        call(partition, change);
        reach(partition, change);
        leave(change);
        fail(partition, change);
        mend(change);
        end(change.ended);
        return change.ended;
    }

    void forget(int partition, boolean otherEngine) {
        sql.update("delete from engine_element where partition_id = ?", partition);
        if (otherEngine) {
            sql.update("delete from engine_instance where partition_id = ?", partition);
            sql.update("update engine_incident set resolved = true, told = false where partition_id = ?", partition);
        }
    }

    private static void note(Change change, Told record) {
        switch (record.what()) {
            case VARIABLE -> {
                var id = id(record.text());
                if (id != null && record.name() != null) {
                    change.ties
                            .computeIfAbsent(record.instance(), key -> new Tie(record))
                            .ids
                            .put(record.name(), id);
                }
            }
            case REACHED -> {
                if (record.key() != record.instance()) {
                    change.reached.put(record.key(), record);
                } else if (record.parent() > 0) {
                    change.called.put(record.key(), record);
                }
            }
            case LEFT -> {
                if (record.key() == record.instance()) {
                    change.ended.add(record.key());
                } else if (change.reached.remove(record.key()) == null) {
                    change.left.add(record.key());
                }
            }
            case INCIDENT -> change.failed.put(record.key(), record);
            case INCIDENT_RESOLVED -> {
                change.failed.remove(record.key());
                change.mended.add(record.key());
            }
        }
    }

    private void tie(int partition, Change change) {
        change.ended.forEach(change.ties::remove);
        var rows = new ArrayList<List<?>>();
        change.ties.forEach((key, tie) -> rows.add(java.util.Arrays.asList(
                key,
                partition,
                tie.first.processId(),
                tie.first.definition(),
                bytes(tie.ids.get("organisationId")),
                bytes(tie.ids.get("recordId")),
                bytes(tie.ids.get("startId")),
                at(tie.first))));
        sql.updateAll("""
                insert into engine_instance (process_instance_key, partition_id, process_id, definition_key,
                    organisation_id, record_id, start_id, begun_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update organisation_id = coalesce(values(organisation_id), organisation_id),
                    record_id = coalesce(values(record_id), record_id), start_id = coalesce(values(start_id), start_id)""", rows);
    }

    /** A process that one of ours calls. */
    private void call(int partition, Change change) {
        var callers = known(change.called.values().stream().map(Told::parent).toList());
        var rows = new ArrayList<List<?>>();
        change.called.forEach((key, record) -> {
            if (callers.contains(record.parent()) && !change.ended.contains(key)) {
                rows.add(List.of(
                        key,
                        partition,
                        String.valueOf(record.processId()),
                        record.definition(),
                        record.parent(),
                        at(record)));
            }
        });
        sql.updateAll("""
                insert into engine_instance (process_instance_key, partition_id, process_id, definition_key, parent_key, begun_at)
                values (?, ?, ?, ?, ?, ?)
                on duplicate key update parent_key = values(parent_key)""", rows);
    }

    private void reach(int partition, Change change) {
        var ours = known(change.reached.values().stream().map(Told::instance).toList());
        ours.removeAll(change.ended);
        var rows = new ArrayList<List<?>>();
        change.reached.forEach((key, record) -> {
            if (ours.contains(record.instance())) {
                rows.add(List.of(
                        key,
                        partition,
                        record.instance(),
                        record.scope(),
                        String.valueOf(record.elementId()),
                        String.valueOf(record.elementType()),
                        at(record)));
            }
        });
        sql.updateAll("""
                insert into engine_element (element_key, partition_id, process_instance_key, scope_key, element_id,
                    element_type, reached_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update element_id = values(element_id)""", rows);
    }

    private void leave(Change change) {
        each(change.left, "delete from engine_element where element_key in (%s)");
    }

    private void fail(int partition, Change change) {
        var rows = new ArrayList<List<?>>();
        change.failed.forEach((key, record) -> {
            if (!change.ended.contains(record.instance())) {
                rows.add(List.of(
                        key,
                        partition,
                        record.definition(),
                        String.valueOf(record.elementId()),
                        record.job(),
                        String.valueOf(record.errorType()),
                        Texts.cut(String.valueOf(record.text()), LONGEST_CAUSE),
                        at(record),
                        record.instance()));
            }
        });
        sql.updateAll("""
                insert into engine_incident (incident_key, partition_id, process_instance_key, organisation_id, record_id,
                    process_id, definition_key, element_id, job_key, error_type, cause, raised_at, resolved, told)
                select ?, ?, process_instance_key, organisation_id, record_id, process_id, ?, ?, ?, ?, ?, ?, false, false
                from engine_instance
                where process_instance_key = ? and record_id is not null and organisation_id is not null
                on duplicate key update resolved = false""", rows);
    }

    private void mend(Change change) {
        each(change.mended, "update engine_incident set resolved = true, told = false where incident_key in (%s)");
    }

    private void end(Set<Long> instances) {
        each(instances, "update engine_incident set resolved = true, told = false where process_instance_key in (%s)");
        each(instances, "delete from engine_element where process_instance_key in (%s)");
        each(instances, "delete from engine_instance where process_instance_key in (%s)");
    }

    private Set<Long> known(Collection<Long> instances) {
        var keys = new HashSet<>(instances);
        return keys.isEmpty()
                ? keys
                : new HashSet<>(sql.query(
                        "select process_instance_key from engine_instance where process_instance_key in (%s)"
                                .formatted(Sql.places(keys.size())),
                        row -> row.getLong(1),
                        keys.toArray()));
    }

    private void each(Collection<Long> keys, String statement) {
        if (!keys.isEmpty()) {
            sql.update(statement.formatted(Sql.places(keys.size())), keys.toArray());
        }
    }

    private static LocalDateTime at(Told record) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(record.time()), ZoneOffset.UTC);
    }

    private static byte @Nullable [] bytes(@Nullable UUID id) {
        return id == null ? null : Ids.toBytes(id);
    }

    /** The value of a variable is JSON: a text in quotes. Anything else is not ours. */
    private static @Nullable UUID id(@Nullable String json) {
        try {
            return json == null || json.length() != 38 ? null : UUID.fromString(json.substring(1, 37));
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
