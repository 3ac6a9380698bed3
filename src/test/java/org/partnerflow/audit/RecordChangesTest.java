package org.partnerflow.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.hibernate.annotations.Immutable;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is changed, the trail says what it was before and is after: of every field of every record. */
@QuarkusTest
@Tag("F6.2")
class RecordChangesTest {
    /** They count changes. */
    private static final Set<String> COUNTERS = Set.of("version", "edition", "createdAt", "updatedAt");

    /** What nobody may read. */
    private static final Set<String> SECRETS = Set.of("User.passwordHash");

    @Inject
    EntityManagerFactory factory;

    private final Given.TestOrganisation organisation = Given.organisation();

    @Test
    void everyFieldOfEveryRecordIsTold() {
        var silent = new TreeSet<String>();
        records().forEach(record -> {
            var told = RecordChanges.differences(record, values(record), new Object[record.getPropertyNames().length]);
            for (int i = 0; i < record.getPropertyNames().length; i++) {
                var name = record.getPropertyNames()[i];
                if (isPlain(record.getPropertyTypes()[i]) && !COUNTERS.contains(name) && !told.containsKey(name)) {
                    silent.add(record.getMappedClass().getSimpleName() + "." + name);
                }
            }
        });
        assertThat(silent)
                .as("changes of these fields are told to nobody: may really nobody read them?")
                .containsExactlyInAnyOrderElementsOf(SECRETS);
    }

    @Test
    void theRolesOfAMemberAreToldBeforeAndAfter() {
        var member = organisation.newUser(Role.TECHNICIAN);

        organisation
                .as(Role.ADMIN)
                .body(Map.of("roles", List.of("BROKER", "OPS_MANAGER")))
                .put("/api/users/{id}/roles", member.id())
                .then()
                .statusCode(200);

        assertThat(before(member.id(), "user.roles-set", "roles").toString()).isEqualTo("[TECHNICIAN]");
        assertThat(after(member.id(), "user.roles-set", "roles").toString()).isEqualTo("[BROKER, OPS_MANAGER]");
    }

    @Test
    void aMemberWhoIsDisabledOrRemovedWasActive() {
        var member = organisation.newUser(Role.BROKER);

        organisation
                .as(Role.ADMIN)
                .body(Map.of("active", false))
                .put("/api/users/{id}/active", member.id())
                .then()
                .statusCode(200);

        assertThat(before(member.id(), "user.disabled", "active")).isEqualTo(true);
        assertThat(after(member.id(), "user.disabled", "active")).isEqualTo(false);
    }

    @Test
    void aPersonWhoseIdIsToldIsNamed() {
        var member = organisation.newUser(Role.TECHNICIAN);
        organisation.as(() -> {
            io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> Given.bean(AuditTrail.class)
                    .record(
                            AuditAction.TEAM_CHANGED,
                            member.id(),
                            Map.of("members", List.of(member.id().toString()))));
            return true;
        });

        assertThat(trail(member.id()).getString("items[0].names.'" + member.id() + "'"))
                .isEqualTo(member.name());
    }

    private Object before(UUID record, String action, String field) {
        return change(record, action, field, "before");
    }

    private Object after(UUID record, String action, String field) {
        return change(record, action, field, "after");
    }

    private Object change(UUID record, String action, String field, String side) {
        return trail(record)
                .get("items.find { it.action == '%s' }.changes.find { it.field == '%s' }.%s"
                        .formatted(action, field, side));
    }

    private JsonPath trail(UUID record) {
        return organisation
                .as(Role.ADMIN)
                .get("/api/audit-entries?recordId={id}", record)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Stream<EntityPersister> records() {
        return factory.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .streamEntityDescriptors()
                .filter(record -> !record.getMappedClass().isAnnotationPresent(Unrecorded.class))
                .filter(record -> !record.getMappedClass().isAnnotationPresent(Immutable.class));
    }

    private static @Nullable Object[] values(EntityPersister record) {
        return Stream.of(record.getPropertyTypes())
                .map(RecordChangesTest::value)
                .toArray();
    }

    private static boolean isPlain(Type type) {
        return !(type instanceof CollectionType) && !(type instanceof ComponentType) && !type.isEntityType();
    }

    private static @Nullable Object value(Type type) {
        if (!isPlain(type)) {
            return null;
        }
        var of = type.getReturnedClass();
        if (of.isEnum()) {
            return of.getEnumConstants()[0];
        }
        return Map.<Class<?>, Object>ofEntries(
                        Map.entry(String.class, "before"),
                        Map.entry(UUID.class, UUID.randomUUID()),
                        Map.entry(Instant.class, Instant.EPOCH),
                        Map.entry(LocalDate.class, LocalDate.EPOCH),
                        Map.entry(BigDecimal.class, BigDecimal.ONE),
                        Map.entry(Integer.class, 1),
                        Map.entry(Long.class, 1L),
                        Map.entry(Double.class, 1.0),
                        Map.entry(Boolean.class, true),
                        Map.entry(byte[].class, new byte[1]))
                .getOrDefault(of, "something");
    }
}
