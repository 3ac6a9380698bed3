package org.partnerflow.engine;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/attention")
public class AttentionResource {
    @Inject
    Attention attention;

    @Inject
    AttentionService service;

    /**
     * Something that keeps failing.
     *
     * @param what the type of the job, or the channel of the message
     * @param elementId the task in the diagram; null for a message
     */
    public record AttentionView(
            UUID id,
            AttentionItem.Kind kind,
            AttentionItem.State state,
            UUID recordId,
            String what,
            @Nullable String processId,
            @Nullable String elementId,
            String cause,
            int failures,
            Instant since,
            Instant lastFailure) {

        static AttentionView from(AttentionItem item) {
            return new AttentionView(
                    item.id(),
                    item.kind(),
                    item.state(),
                    item.recordId(),
                    item.what(),
                    item.processId(),
                    item.elementId(),
                    item.cause(),
                    item.failures(),
                    item.createdAt(),
                    item.updatedAt());
        }
    }

    @GET
    @PermissionsAllowed(Permissions.ATTENTION_VIEW)
    public Page<AttentionView> list(@QueryParam("recordId") @Nullable UUID recordId, @BeanParam PageRequest page) {
        return attention.open(recordId, page.afterId(), page.limit()).map(AttentionView::from);
    }

    @POST
    @Path("/{id}/retry")
    @PermissionsAllowed(Permissions.ATTENTION_RETRY)
    public AttentionView retry(@PathParam("id") UUID id) {
        return AttentionView.from(service.retry(id));
    }
}
