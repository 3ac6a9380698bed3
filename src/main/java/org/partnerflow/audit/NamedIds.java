package org.partnerflow.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.arc.All;
import org.jspecify.annotations.Nullable;

/** Finds the ids in what entries of the trail tell, and what people call their records. */
@ApplicationScoped
class NamedIds {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    @All
    List<RecordNames> sources;

    Map<UUID, String> in(List<Map<String, Object>> details, List<AuditTrail.Change> changes) {
        var ids = new HashSet<UUID>();
        details.forEach(each -> collect(each, ids));
        changes.forEach(change -> {
            collect(change.before(), ids);
            collect(change.after(), ids);
        });
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            sources.forEach(source -> names.putAll(source.of(ids)));
        }
        return names;
    }

    private static void collect(@Nullable Object told, Set<UUID> ids) {
        switch (told) {
            case String text when ID.matcher(text).matches() -> ids.add(UUID.fromString(text));
            case Map<?, ?> parts -> parts.values().forEach(part -> collect(part, ids));
            case Iterable<?> parts -> parts.forEach(part -> collect(part, ids));
            case null, default -> {}
        }
    }
}
