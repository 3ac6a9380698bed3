package org.partnerflow.audit;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/audit-entries")
public class AuditResource {
    @Inject
    AuditTrail trail;

    @GET
    @PermissionsAllowed(Permissions.AUDIT_VIEW)
    public Page<AuditTrail.Line> list(@QueryParam("recordId") @Nullable UUID recordId, @BeanParam PageRequest page) {
        return trail.lines(recordId, page.afterId(), page.limit());
    }
}
