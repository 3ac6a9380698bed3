package org.partnerflow.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.OrganisationRecord;

/**
 * Sees every change of every record of an organisation on its way to the database, and has the audit trail keep what each field was
 * before and is after. So no service can forget it, and no new record falls out of it.
 */
public class RecordChanges implements Integrator, PostUpdateEventListener, PostDeleteEventListener {
    /** They count changes; they are none. */
    private static final Set<String> COUNTERS = Set.of("version", "edition", "createdAt", "updatedAt");

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|hash).*");

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        var listeners = factory.getEventEngine().getListenerRegistry();
        listeners.appendListeners(EventType.POST_UPDATE, this);
        listeners.appendListeners(EventType.POST_DELETE, this);
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (event.getEntity() instanceof OrganisationRecord record && event.getOldState() != null) {
            keep(record, event.getPersister(), event.getOldState(), event.getState());
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        if (event.getEntity() instanceof OrganisationRecord record) {
            var before = event.getDeletedState();
            keep(record, event.getPersister(), before, new Object[before.length]);
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private static void keep(
            OrganisationRecord record, EntityPersister persister, @Nullable Object[] before, @Nullable Object[] after) {
        if (record.getClass().isAnnotationPresent(Unrecorded.class)) {
            return;
        }
        var fields = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        var names = persister.getPropertyNames();
        var types = persister.getPropertyTypes();
        IntStream.range(0, names.length)
                .filter(i -> isShown(record.getClass(), names[i]))
                .forEach(i -> compare(names[i], types[i], before[i], after[i], fields));
        if (!fields.isEmpty()) {
            Arc.container().instance(ChangeSet.class).get().keep(record, fields);
        }
    }

    private static void compare(
            String name,
            Type type,
            @Nullable Object before,
            @Nullable Object after,
            Map<String, Map<String, @Nullable Object>> fields) {
        if (before == LazyPropertyInitializer.UNFETCHED_PROPERTY
                || after == LazyPropertyInitializer.UNFETCHED_PROPERTY) {
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
        var old = shown(before);
        var now = shown(after);
        if (!Objects.equals(old, now)) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("from", old);
            values.put("to", now);
            fields.put(name, values);
        }
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
            case PersistentCollection<?> parts
            when !parts.wasInitialized() -> null; // of a record that is removed with them
            case Number number -> number;
            case Boolean flag -> flag;
            case byte[] content -> content.length + " bytes";
            case OrganisationRecord other -> other.id().toString();
            default -> value.toString();
        };
    }
}
