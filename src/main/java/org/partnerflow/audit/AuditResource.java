package org.partnerflow.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.record.RecordType;

@Path("/api/audit-entries")
public class AuditResource {
    @Inject
    AuditTrail trail;

    /** Which entries to list; what is left out does not matter. */
    public static class AuditQuery {
        @QueryParam("recordId")
        @Nullable
        public UUID recordId;

        @QueryParam("recordType")
        @Nullable
        public RecordType recordType;

        /** Beside what the text finds; so a page finds actions by its own words for them. */
        @QueryParam("actions")
        @Size(max = 200)
        public Set<AuditAction> actions = Set.of();

        /** In the name of who did it, in the words of what was done, or in the details. */
        @QueryParam("q")
        @Size(max = 200)
        @Nullable
        public String text;

        @QueryParam("from")
        @Nullable
        public Instant from;

        /** The first moment that is too late. */
        @QueryParam("until")
        @Nullable
        public Instant until;
    }

    /** What was changed, the newest first. */
    @GET
    @PermissionsAllowed(Permissions.AUDIT_VIEW)
    public Page<AuditTrail.Line> list(@BeanParam @Valid AuditQuery query, @BeanParam PageRequest page) {
        var filter = new AuditTrail.Filter(
                query.recordId, query.recordType, query.text, query.actions, query.from, query.until);
        return trail.lines(filter, page.afterId(), page.limit());
    }
}
