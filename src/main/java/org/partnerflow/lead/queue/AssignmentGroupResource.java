package org.partnerflow.lead.queue;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

import org.partnerflow.lead.queue.AssignmentGroup.Kind;
import org.partnerflow.lead.queue.AssignmentGroupService.Seat;
import org.partnerflow.shared.Permissions;

/** Groups whose members get leads in turn. */
@Path("/api/assignment-groups")
public class AssignmentGroupResource {
    @Inject
    AssignmentGroupService groups;

    @Inject
    MemberViews views;

    /** @param weight with twice the weight of another, a member gets twice as many leads */
    public record AssignmentGroupSeat(
            @NotNull UUID id, @Min(1) @Max(100) int weight) {}

    public record NewAssignmentGroup(
            @NotBlank @Size(max = 100) String name,
            @NotNull Kind kind,
            @NotNull @Size(max = 200) List<@NotNull @Valid AssignmentGroupSeat> members) {}

    /** @param version of the group when it was opened */
    public record ChangedAssignmentGroup(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 200) List<@NotNull @Valid AssignmentGroupSeat> members,
            @NotNull Integer version) {}

    @GET
    @PermissionsAllowed(Permissions.QUEUE_VIEW)
    public List<MemberViews.AssignmentGroupView> list() {
        return views.ofGroups(groups.all());
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.QUEUE_EDIT)
    public MemberViews.AssignmentGroupView create(@NotNull @Valid NewAssignmentGroup form) {
        return views.of(groups.create(form.name(), form.kind(), seats(form.members())));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.QUEUE_VIEW)
    public MemberViews.AssignmentGroupView read(@PathParam("id") UUID id) {
        return views.of(groups.read(id));
    }

    /** When members join or leave, the turns start afresh. */
    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.QUEUE_EDIT)
    public MemberViews.AssignmentGroupView change(
            @PathParam("id") UUID id, @NotNull @Valid ChangedAssignmentGroup form) {
        return views.of(groups.change(id, form.version(), form.name(), seats(form.members())));
    }

    private static List<Seat> seats(List<AssignmentGroupSeat> members) {
        return members.stream()
                .map(member -> new Seat(member.id(), member.weight()))
                .toList();
    }
}
