package org.partnerflow.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.partnerflow.shared.record.RecordType;

/**
 * One thing that happened to a record, for those who may see the record: without the address and the single fields.
 *
 * @param names what people call the records whose ids are in the details, where it is known
 */
public record ActivityLine(
        UUID id,
        Instant at,
        String actor,

        @Schema(type = SchemaType.STRING, implementation = AuditAction.class)
        String action,

        @Schema(type = SchemaType.STRING, implementation = RecordType.class)
        String recordType,

        UUID recordId,
        Map<String, Object> details,
        Map<UUID, String> names) {
    public static ActivityLine from(AuditTrail.Line line) {
        return new ActivityLine(
                line.id(),
                line.at(),
                line.actor(),
                line.action(),
                line.recordType(),
                line.recordId(),
                line.details(),
                line.names());
    }
}
