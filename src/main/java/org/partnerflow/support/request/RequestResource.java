package org.partnerflow.support.request;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/requests")
public class RequestResource {
    @Inject
    RequestService requests;

    @Inject
    RequestDirectory directory;

    /**
     * @param customerId left out by customers, who log for themselves
     * @param teamId may be left out where there is one team only
     * @param priority NORMAL if left out
     */
    public record NewRequest(
            @NotBlank @Size(max = 150) String subject,
            @NotBlank @Size(max = 10_000) String text,
            @Nullable Priority priority,
            @Size(max = 100) @Nullable String product,
            @Size(max = 100) @Nullable String category,
            @Nullable UUID customerId,
            @Nullable UUID teamId) {
        Subject about() {
            return Subject.of(subject, text, priority == null ? Priority.NORMAL : priority, product, category);
        }
    }

    public record RequestReply(@NotBlank @Size(max = 10_000) String text) {}

    /** @param reason for the history */
    public record RequestEscalation(
            @Size(max = 500) @Nullable String reason) {}

    /** @param text a last message to the customer */
    public record RequestResolution(
            @Size(max = 10_000) @Nullable String text) {}

    /** @param reason for the history */
    public record RequestHandover(
            @NotNull UUID userId, @Size(max = 500) @Nullable String reason) {}

    /** The requests that the caller may see, the newest first. */
    @GET
    @PermissionsAllowed(Permissions.REQUEST_VIEW)
    public Page<RequestView.RequestSummary> list(@BeanParam @Valid RequestFilter filter, @BeanParam PageRequest page) {
        return directory.list(filter, page.afterId(), page.limit());
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.REQUEST_CREATE)
    public RequestView.RequestDetails create(@NotNull @Valid NewRequest form) {
        return directory.read(requests.log(form.about(), form.customerId(), form.teamId()));
    }

    @GET
    @Path("/counts")
    @PermissionsAllowed(Permissions.REQUEST_VIEW)
    public RequestView.RequestCounts counts() {
        return directory.counts();
    }

    /** The teams that a new request can go to. */
    @GET
    @Path("/teams")
    @PermissionsAllowed(Permissions.REQUEST_CREATE)
    public List<RequestView.RequestRef> teams() {
        return directory.teamChoices();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.REQUEST_VIEW)
    public RequestView.RequestDetails read(@PathParam("id") UUID id) {
        return directory.read(id);
    }

    @GET
    @Path("/{id}/responses")
    @PermissionsAllowed(Permissions.REQUEST_VIEW)
    public Page<RequestView.RequestMessageView> messages(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return directory.messages(id, page.afterId(), page.limit());
    }

    /** Writes to the conversation: customers to those who work on the request, and these to the customer. */
    @POST
    @Path("/{id}/responses")
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.REQUEST_VIEW)
    public RequestView.RequestDetails respond(@PathParam("id") UUID id, @NotNull @Valid RequestReply form) {
        requests.respond(id, form.text());
        return directory.read(id);
    }

    /** Asks the process to take the request to the next layer; it is there a moment later. */
    @POST
    @Path("/{id}/escalation")
    @ResponseStatus(202)
    @PermissionsAllowed(Permissions.REQUEST_WORK)
    public void escalate(@PathParam("id") UUID id, @NotNull @Valid RequestEscalation form) {
        requests.escalate(id, form.reason());
    }

    @POST
    @Path("/{id}/resolution")
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.REQUEST_WORK)
    public RequestView.RequestDetails resolve(@PathParam("id") UUID id, @NotNull @Valid RequestResolution form) {
        requests.resolve(id, form.text());
        return directory.read(id);
    }

    /** How the request came to who has it: each layer with the decision of the rules. */
    @GET
    @Path("/{id}/assignments")
    @PermissionsAllowed(Permissions.TEAM_VIEW)
    public List<RequestView.RequestAssignmentView> assignments(@PathParam("id") UUID id) {
        return directory.assignments(id);
    }

    /** Everybody whom the request could be given to, and of those who cannot work on it, why not. */
    @GET
    @Path("/{id}/candidates")
    @PermissionsAllowed(Permissions.TEAM_VIEW)
    public List<RequestView.RequestCandidate> candidates(@PathParam("id") UUID id) {
        return directory.candidates(id);
    }

    /** Gives a request that is not resolved to a member of its team, or to the team's lead, whoever has it now. */
    @POST
    @Path("/{id}/assignments")
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.REQUEST_WORK)
    public RequestView.RequestDetails assign(@PathParam("id") UUID id, @NotNull @Valid RequestHandover form) {
        requests.assign(id, form.userId(), form.reason());
        return directory.read(id);
    }
}
