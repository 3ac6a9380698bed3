package org.partnerflow.audit;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Sql;
import org.partnerflow.shared.record.RecordType;

/** What one transaction changes of records, tied to what the audit trail says of it. */
@ApplicationScoped
class ChangeSet {
    private static final String ID = "audit-change-set";
    /** Stands for the organisation of a person, who may be of several: the entry that tells of the change has the one that sees it. */
    private static final UUID OF_NONE = new UUID(0, 0);

    private static final String IS_TOLD = "audit-change-set-told";

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    Sql sql;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    /** An entry of the trail tells of the transaction. */
    UUID told() {
        transaction.putResource(IS_TOLD, true);
        return id();
    }

    /** @param organisationId null for a person, who may be of several */
    record Changed(RecordType type, UUID id, @Nullable UUID organisationId) {}

    void keep(Changed record, Map<String, ?> fields) {
        boolean isFirst = transaction.getResource(ID + ".kept") == null;
        transaction.putResource(ID + ".kept", true);
        sql.update(
                """
                insert into audit_change (id, change_set, organisation_id, record_type, record_id, fields)
                values (?, ?, ?, ?, ?, ?)""",
                Ids.next(),
                id(),
                Objects.requireNonNullElse(record.organisationId(), OF_NONE),
                record.type().word(),
                record.id(),
                written(fields));
        if (isFirst) {
            transaction.registerInterposedSynchronization(new TellIfNobodyDoes(record));
        }
    }

    private UUID id() {
        var known = (UUID) transaction.getResource(ID);
        if (known == null) {
            known = Ids.next();
            transaction.putResource(ID, known);
        }
        return known;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A change that no service has told of is told by its record. */
    private final class TellIfNobodyDoes implements Synchronization {
        private final Changed record;

        TellIfNobodyDoes(Changed record) {
            this.record = record;
        }

        @Override
        public void beforeCompletion() {
            if (transaction.getResource(IS_TOLD) != null
                    || transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
                return;
            }
            var by = actors.current();
            sql.update(
                    """
                    insert into audit_entry (id, organisation_id, recorded_at, actor_kind, actor_user_id, actor_name, address,
                        action, record_type, record_id, details, change_set)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?)""",
                    Ids.next(),
                    record.organisationId() == null ? by.organisationId() : record.organisationId(),
                    java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                    by.kind().name(),
                    by.userId(),
                    by.name(),
                    by.address(),
                    AuditAction.RECORD_CHANGED.word(),
                    record.type().word(),
                    record.id(),
                    id());
        }

        @Override
        public void afterCompletion(int status) {
            // nothing is left to do
        }
    }
}
