package org.partnerflow.support.team;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.work.Leaving;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/teams")
public class TeamResource {
    @Inject
    TeamService teams;

    @Inject
    TeamViews views;

    /** @param leadUserId the member of staff who is told when nobody is left to take a request */
    public record NewTeam(
            @NotBlank @Size(max = 200) String name, @NotNull UUID leadUserId) {}

    public record TeamChange(
            @NotBlank @Size(max = 200) String name,
            @NotNull UUID leadUserId,
            @NotNull Integer version) {}

    /** Times are plain durations on the clock, counted from the assignment; they do not know business hours. */
    public record NewLayer(
            @NotBlank @Size(max = 100) String name,
            @NotNull Integer responseMinutes,
            @NotNull Integer resolutionMinutes) {
        EscalationLayer.Facts facts() {
            return new EscalationLayer.Facts(name, responseMinutes, resolutionMinutes);
        }
    }

    public record LayerChange(
            @NotBlank @Size(max = 100) String name,
            @NotNull Integer responseMinutes,
            @NotNull Integer resolutionMinutes,
            @NotNull Integer version) {
        EscalationLayer.Facts facts() {
            return new EscalationLayer.Facts(name, responseMinutes, resolutionMinutes);
        }
    }

    /** The layers of the team, each once; the first one gets requests first. */
    public record LayerOrder(@NotEmpty @Size(max = 100) List<@NotNull UUID> layerIds) {}

    @GET
    @PermissionsAllowed(Permissions.TEAM_VIEW)
    public Page<TeamView> list(@BeanParam PageRequest page) {
        return views.list(ListKey.parse(page.after()), page.limit());
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public TeamView create(@NotNull @Valid NewTeam form) {
        return views.read(
                teams.create(new Team.Facts(form.name(), form.leadUserId())).id());
    }

    /** Who could be a member of a layer, and of those who cannot, why not. */
    @GET
    @Path("/candidates")
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public List<TeamView.TeamCandidate> candidates(
            @QueryParam("q") @Size(max = 200) @Nullable String text, @BeanParam PageRequest page) {
        return views.candidates(text, page.limit());
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.TEAM_VIEW)
    public TeamView read(@PathParam("id") UUID id) {
        return views.read(id);
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public TeamView change(@PathParam("id") UUID id, @NotNull @Valid TeamChange form) {
        teams.change(id, new Team.Facts(form.name(), form.leadUserId()), form.version());
        return views.read(id);
    }

    @POST
    @Path("/{id}/layers")
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public TeamView addLayer(@PathParam("id") UUID id, @NotNull @Valid NewLayer form) {
        teams.addLayer(id, form.facts());
        return views.read(id);
    }

    @PUT
    @Path("/{id}/layers")
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public TeamView orderLayers(@PathParam("id") UUID id, @NotNull @Valid LayerOrder form) {
        teams.orderLayers(id, form.layerIds());
        return views.read(id);
    }

    @PUT
    @Path("/{id}/layers/{layerId}")
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public TeamView changeLayer(
            @PathParam("id") UUID id, @PathParam("layerId") UUID layerId, @NotNull @Valid LayerChange form) {
        teams.changeLayer(id, layerId, form.facts(), form.version());
        return views.read(id);
    }

    @DELETE
    @Path("/{id}/layers/{layerId}")
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public TeamView removeLayer(@PathParam("id") UUID id, @PathParam("layerId") UUID layerId) {
        teams.removeLayer(id, layerId);
        return views.read(id);
    }

    @PUT
    @Path("/{id}/layers/{layerId}/members/{userId}")
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public TeamView addMember(
            @PathParam("id") UUID id, @PathParam("layerId") UUID layerId, @PathParam("userId") UUID userId) {
        teams.addMember(id, layerId, userId);
        return views.read(id);
    }

    @DELETE
    @Path("/{id}/layers/{layerId}/members/{userId}")
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public TeamView removeMember(
            @PathParam("id") UUID id, @PathParam("layerId") UUID layerId, @PathParam("userId") UUID userId) {
        teams.removeMember(id, layerId, userId);
        return views.read(id);
    }

    /** What somebody would leave behind who is taken out of a layer. */
    @GET
    @Path("/{id}/layers/{layerId}/members/{userId}/work")
    @PermissionsAllowed(Permissions.TEAM_EDIT)
    public Leaving.Preview work(
            @PathParam("id") UUID id, @PathParam("layerId") UUID layerId, @PathParam("userId") UUID userId) {
        return views.work(id, layerId, userId);
    }
}
