package org.partnerflow.shared;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What is different between two records of the same kind, field by field: for the audit trail and for stale edits. */
public final class Differences {
    private Differences() {}

    public record Difference(
            String field, @Nullable Object before, @Nullable Object after) {}

    public static <R extends Record> List<Difference> between(R before, R after) {
        var differences = new ArrayList<Difference>();
        for (var component : before.getClass().getRecordComponents()) {
            var old = value(component, before);
            var now = value(component, after);
            if (!Objects.equals(old, now)) {
                differences.add(new Difference(component.getName(), old, now));
            }
        }
        return List.copyOf(differences);
    }

    /** The form for {@code AuditTrail.record}: field to its value before and after. */
    public static <R extends Record> Map<String, Object> asDetails(R before, R after) {
        var details = new LinkedHashMap<String, Object>();
        for (var difference : between(before, after)) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("from", difference.before());
            values.put("to", difference.after());
            details.put(difference.field(), values);
        }
        return details;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
