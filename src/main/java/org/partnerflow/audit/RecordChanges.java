package org.partnerflow.audit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.persistence.Table;

import io.quarkus.arc.Arc;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.record.RecordType;

/**
 * Sees every change of every record, of people and memberships too, on its way to the database, and has the audit trail keep what each
 * field was before and is after. So no service can forget it, and no new record falls out of it. Statements that go past the records
 * are listed in {@code bulk-writes.txt}, each with what tells of it.
 */
public class RecordChanges implements Integrator, PostUpdateEventListener, PostDeleteEventListener {
    /** They count changes; they are none. */
    private static final Set<String> COUNTERS = Set.of("version", "edition", "createdAt", "updatedAt");

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|hash).*");

    private static final String ORGANISATION = "organisationId";

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        var listeners = factory.getEventEngine().getListenerRegistry();
        listeners.appendListeners(EventType.POST_UPDATE, this);
        listeners.appendListeners(EventType.POST_DELETE, this);
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (event.getOldState() != null) {
            keep(event.getEntity(), event.getPersister(), event.getId(), event.getOldState(), event.getState());
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        var before = event.getDeletedState();
        keep(event.getEntity(), event.getPersister(), event.getId(), before, new Object[before.length]);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private static void keep(
            Object record, EntityPersister persister, Object id, @Nullable Object[] before, @Nullable Object[] after) {
        if (record.getClass().isAnnotationPresent(Unrecorded.class)) {
            return;
        }
        var fields = differences(persister, before, after);
        if (!fields.isEmpty()) {
            var names = List.of(persister.getPropertyNames());
            var organisation = names.contains(ORGANISATION) ? (UUID) before[names.indexOf(ORGANISATION)] : null;
            var changed = new ChangeSet.Changed(typeOf(record.getClass()), (UUID) id, organisation);
            Arc.container().instance(ChangeSet.class).get().keep(changed, fields);
        }
    }

    private static RecordType typeOf(Class<?> record) {
        var table = record.getAnnotation(Table.class).name();
        return RecordType.ofTable(table)
                .orElseThrow(() -> new IllegalStateException("Expected a type of record for the table " + table));
    }

    /** The fields that differ, each with what it was ({@code from}) and is ({@code to}). */
    static Map<String, Map<String, @Nullable Object>> differences(
            EntityPersister persister, @Nullable Object[] before, @Nullable Object[] after) {
        var fields = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        var names = persister.getPropertyNames();
        var types = persister.getPropertyTypes();
        IntStream.range(0, names.length)
                .filter(i -> isShown(persister.getMappedClass(), names[i]))
                .filter(i -> !hasRecordsOfItsOwn(types[i], persister.getFactory()))
                .forEach(i -> compare(names[i], types[i], before[i], after[i], fields));
        return fields;
    }

    /** They tell of themselves. */
    private static boolean hasRecordsOfItsOwn(Type type, SessionFactoryImplementor factory) {
        return type instanceof CollectionType parts
                && parts.getElementType(factory).isEntityType();
    }

    private static void compare(
            String name,
            Type type,
            @Nullable Object before,
            @Nullable Object after,
            Map<String, Map<String, @Nullable Object>> fields) {
        if (!isRead(before) || !isRead(after)) {
            return;
        }
        if (type instanceof ComponentType parts) {
            var names = parts.getPropertyNames();
            var types = parts.getSubtypes();
            var old = before == null ? new Object[names.length] : parts.getPropertyValues(before);
            var now = after == null ? new Object[names.length] : parts.getPropertyValues(after);
            for (int i = 0; i < names.length; i++) {
                compare(names[i], types[i], old[i], now[i], fields);
            }
            return;
        }
        var old = shown(before instanceof PersistentCollection<?> parts ? parts.getStoredSnapshot() : before);
        var now = shown(after);
        if (!Objects.equals(old, now)) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("from", old);
            values.put("to", now);
            fields.put(name, values);
        }
    }

    /** What was never read from the database was not changed either. */
    private static boolean isRead(@Nullable Object value) {
        return value != LazyPropertyInitializer.UNFETCHED_PROPERTY
                && !(value instanceof PersistentCollection<?> parts && !parts.wasInitialized());
    }

    private static boolean isShown(Class<?> type, String property) {
        if (COUNTERS.contains(property) || SECRET.matcher(property).matches()) {
            return false;
        }
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            try {
                return !at.getDeclaredField(property).isAnnotationPresent(Unrecorded.class);
            } catch (NoSuchFieldException e) {
                // it is a field of the class above
            }
        }
        return true;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean flag -> flag;
            case byte[] content -> content.length + " bytes";
            case OrganisationRecord other -> other.id().toString();
            // As the snapshot of a set comes as a map from each of its elements to itself, maps are not told from sets
            case Map<?, ?> parts -> all(parts.keySet().stream());
            case Collection<?> parts -> all(parts.stream());
            default -> value.toString();
        };
    }

    private static @Nullable List<String> all(Stream<?> parts) {
        var texts = parts.map(Object::toString).sorted().toList();
        return texts.isEmpty() ? null : texts;
    }
}
