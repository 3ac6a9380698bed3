package org.partnerflow.partner.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Ids;
import org.partnerflow.shared.csv.CsvFile;

/** The lines of imports, in SQL, since there are many. The caller has read the import itself, which is of its organisation. */
@ApplicationScoped
class ImportLines {
    private static final int ROWS_AT_ONCE = 200;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    /**
     * A line as it is stored.
     *
     * @param reason why it is refused, or of what it may be a duplicate
     */
    record Stored(
            int number,
            List<String> cells,
            LineState state,
            @Nullable String reason,
            @Nullable UUID accountId) {}

    /** What a batch has found out about a line. */
    record Outcome(
            int number,
            LineState state,
            @Nullable String reason,
            @Nullable UUID accountId) {}

    void insert(UUID importId, List<CsvFile.Line> lines) {
        for (int from = 0; from < lines.size(); from += ROWS_AT_ONCE) {
            var part = lines.subList(from, Math.min(from + ROWS_AT_ONCE, lines.size()));
            var query = entities.createNativeQuery(
                    "insert into partner_import_line (import_id, line_number, cells, state) values "
                            + String.join(", ", Collections.nCopies(part.size(), "(?, ?, ?, 'WAITING')")));
            int parameter = 1;
            for (var line : part) {
                query.setParameter(parameter++, importId);
                query.setParameter(parameter++, line.number());
                query.setParameter(parameter++, text(line.cut().cells()));
            }
            query.executeUpdate();
        }
    }

    /** Keeps the file itself as long as it may be read in another way. */
    void keepFile(UUID importId, byte[] content) {
        entities.createNativeQuery("insert into partner_import_file (import_id, content) values (?, ?)")
                .setParameter(1, importId)
                .setParameter(2, content)
                .executeUpdate();
    }

    Optional<byte[]> file(UUID importId) {
        return entities.createNativeQuery(
                        "select content from partner_import_file where import_id = :import", byte[].class)
                .setParameter("import", importId)
                .getResultStream()
                .findFirst();
    }

    void forgetFile(UUID importId) {
        entities.createNativeQuery("delete from partner_import_file where import_id = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }

    List<Stored> next(UUID importId, Collection<LineState> states, int limit) {
        return read(importId, states, 0, limit);
    }

    /** The number of the first line in one of the states, without a look at its cells. */
    Optional<Integer> nextNumber(UUID importId, Collection<LineState> states) {
        var number = (Number) entities.createNativeQuery(
                        "select min(line_number) from partner_import_line where import_id = :import and state in (:states)")
                .setParameter("import", importId)
                .setParameter("states", states.stream().map(Enum::name).toList())
                .getSingleResult();
        return Optional.ofNullable(number).map(Number::intValue);
    }

    @SuppressWarnings("unchecked")
    List<Stored> read(UUID importId, Collection<LineState> states, int afterNumber, int limit) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select line_number, cells, state, reason, account_id from partner_import_line
                        where import_id = :import and state in (:states) and line_number > :after
                        order by line_number""")
                .setParameter("import", importId)
                .setParameter("states", states.stream().map(Enum::name).toList())
                .setParameter("after", afterNumber)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(this::stored).toList();
    }

    /** The number of the last line before {@code number} that is in one of the states; 0 when there is none. */
    int lastBefore(UUID importId, int number, Collection<LineState> states) {
        return ((Number) entities.createNativeQuery("""
                        select coalesce(max(line_number), 0) from partner_import_line
                        where import_id = :import and state in (:states) and line_number < :before""")
                        .setParameter("import", importId)
                        .setParameter("states", states.stream().map(Enum::name).toList())
                        .setParameter("before", number)
                        .getSingleResult())
                .intValue();
    }

    void store(UUID importId, Outcome outcome) {
        entities.createNativeQuery("""
                        update partner_import_line
                        set state = :state, reason = :reason, account_id = :account
                        where import_id = :import and line_number = :number""")
                .setParameter("state", outcome.state().name())
                .setParameter("reason", outcome.reason())
                .setParameter("account", outcome.accountId())
                .setParameter("import", importId)
                .setParameter("number", outcome.number())
                .executeUpdate();
    }

    /** Forgets what a former check has found. */
    void reset(UUID importId) {
        entities.createNativeQuery(
                        "update partner_import_line set state = 'WAITING', reason = null, account_id = null where import_id = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }

    void delete(UUID importId) {
        entities.createNativeQuery("delete from partner_import_line where import_id = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }

    Map<LineState, Integer> counts(UUID importId) {
        return counts(List.of(importId)).get(importId);
    }

    /** How many lines of each import are in each state. */
    @SuppressWarnings("unchecked")
    Map<UUID, Map<LineState, Integer>> counts(Collection<UUID> importIds) {
        var counts = new HashMap<UUID, Map<LineState, Integer>>();
        for (var id : importIds) {
            var none = new EnumMap<LineState, Integer>(LineState.class);
            Arrays.stream(LineState.values()).forEach(state -> none.put(state, 0));
            counts.put(id, none);
        }
        if (importIds.isEmpty()) {
            return counts;
        }
        List<Object[]> rows = entities.createNativeQuery("""
                        select import_id, state, count(*) from partner_import_line
                        where import_id in (:imports) group by import_id, state""")
                .setParameter("imports", importIds)
                .getResultList();
        rows.forEach(row -> counts.get(Ids.fromBytes((byte[]) row[0]))
                .put(LineState.valueOf((String) row[1]), ((Number) row[2]).intValue()));
        return counts;
    }

    private Stored stored(Object[] row) {
        return new Stored(
                ((Number) row[0]).intValue(),
                cells((String) row[1]),
                LineState.valueOf((String) row[2]),
                (String) row[3],
                row[4] == null ? null : Ids.fromBytes((byte[]) row[4]));
    }

    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> cells(String text) {
        return parse(text, new TypeReference<List<String>>() {});
    }

    ColumnMapping mapping(String text) {
        return new ColumnMapping(new ArrayList<>(parse(text, new TypeReference<List<@Nullable ImportField>>() {})));
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected JSON in an import", e);
        }
    }
}
