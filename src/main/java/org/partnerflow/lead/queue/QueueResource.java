package org.partnerflow.lead.queue;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Permissions;

/** Queues of leads. Partner users see the names of their own ones only. */
@Path("/api/queues")
public class QueueResource {
    @Inject
    QueueService queues;

    @Inject
    MemberViews views;

    /** @param members partner users */
    public record NewLeadQueue(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 1000) @Nullable String description,
            @NotNull @Size(max = 1000) Set<@NotNull UUID> members) {}

    /** @param version of the queue when it was opened */
    public record ChangedLeadQueue(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 1000) @Nullable String description,
            @NotNull @Size(max = 1000) Set<@NotNull UUID> members,
            @NotNull Integer version) {}

    @GET
    @PermissionsAllowed(Permissions.LEAD_VIEW)
    public List<MemberViews.LeadQueueView> list() {
        return views.ofQueues(queues.visible());
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.QUEUE_EDIT)
    public MemberViews.LeadQueueView create(@NotNull @Valid NewLeadQueue form) {
        return views.of(queues.create(form.name(), form.description(), form.members()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.LEAD_VIEW)
    public MemberViews.LeadQueueView read(@PathParam("id") UUID id) {
        return views.of(queues.visible(id));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.QUEUE_EDIT)
    public MemberViews.LeadQueueView change(@PathParam("id") UUID id, @NotNull @Valid ChangedLeadQueue form) {
        return views.of(queues.change(id, form.version(), form.name(), form.description(), form.members()));
    }
}
