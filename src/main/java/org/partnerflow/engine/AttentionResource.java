package org.partnerflow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/attention")
public class AttentionResource {
    @Inject
    AttentionService service;

    /**
     * Something that keeps failing, or failed in the engine itself.
     *
     * @param what the type of the job, the channel of the message, or the kind of incident
     * @param recordName as people call it, where it is known
     * @param elementId the element in the diagram; null for a message
     * @param putAside why somebody has put it aside
     * @param canEnd whether the work on the record can be ended
     */
    public record AttentionView(
            UUID id,
            AttentionItem.Kind kind,
            AttentionItem.State state,
            UUID recordId,
            @Nullable String recordName,
            String what,
            @Nullable String processId,
            @Nullable String elementId,
            @Nullable String elementName,
            String cause,
            int failures,
            @Nullable String putAside,
            boolean canEnd,
            Instant since,
            Instant lastFailure) {

        static AttentionView from(AttentionItem item, boolean canEnd) {
            return new AttentionView(
                    item.id(),
                    item.kind(),
                    item.state(),
                    item.recordId(),
                    item.recordName(),
                    item.what(),
                    item.processId(),
                    item.elementId(),
                    item.elementName(),
                    item.cause(),
                    item.failures(),
                    item.putAside(),
                    canEnd,
                    item.createdAt(),
                    item.updatedAt());
        }
    }

    /** @param variables by name: texts, numbers, true or false */
    public record RetryForm(@Nullable Map<String, Object> variables) {}

    /**
     * @param tokensKnown whether the engine tells where records stand; otherwise no tokens say nothing
     * @param elements at which something stands or fails
     */
    @Schema(name = "ProcessStanding")
    public record StandingView(boolean tokensKnown, List<ElementView> elements) {}

    /** @param failures what keeps failing there, newest first */
    @Schema(name = "ElementStanding")
    public record ElementView(String elementId, long tokens, List<AttentionView> failures) {}

    public record ReasonForm(@NotBlank @Size(max = 500) String reason) {}

    /**
     * @param q part of the name of a record or an element, of the work, or of the cause
     * @param works beside what the text finds; so a page finds work by its own words for it
     */
    @GET
    @PermissionsAllowed(Permissions.ATTENTION_VIEW)
    public Page<AttentionView> list(
            @QueryParam("state") @DefaultValue("OPEN") AttentionItem.State state,
            @QueryParam("kind") AttentionItem.@Nullable Kind kind,
            @QueryParam("recordId") @Nullable UUID recordId,
            @QueryParam("q") @Size(max = 200) @Nullable String search,
            @QueryParam("works") @Size(max = 50) Set<@Size(max = 100) String> works,
            @BeanParam PageRequest page) {
        var filter = new AttentionItems.Filter(state, kind, recordId, search, works);
        return service.list(filter, page.afterId(), page.limit()).map(this::view);
    }

    /**
     * Where the records of a process stand in its diagram, and what keeps failing there.
     *
     * @param processId for example that of a workflow
     * @param recordId for one record only
     */
    @GET
    @Path("/elements")
    @PermissionsAllowed(Permissions.ATTENTION_VIEW)
    public StandingView standing(
            @QueryParam("processId") @NotBlank @Size(max = 120) String processId,
            @QueryParam("recordId") @Nullable UUID recordId) {
        var standing = service.standing(processId, recordId);
        var failures =
                standing.failures().stream().collect(Collectors.groupingBy(item -> String.valueOf(item.elementId())));
        var elements = new TreeSet<>(standing.tokens().keySet());
        elements.addAll(failures.keySet());
        return new StandingView(
                standing.tokensKnown(),
                elements.stream()
                        .map(element -> new ElementView(
                                element,
                                standing.tokens().getOrDefault(element, 0L),
                                failures.getOrDefault(element, List.of()).stream()
                                        .map(this::view)
                                        .toList()))
                        .toList());
    }

    /**
     * Tries again at once.
     *
     * @param form with values for the process, where it cannot go on without them; may be left out
     */
    @POST
    @Path("/{id}/retry")
    @PermissionsAllowed(Permissions.ATTENTION_RETRY)
    public AttentionView retry(@PathParam("id") UUID id, @Valid @Nullable RetryForm form) {
        return view(service.retry(id, form == null || form.variables() == null ? Map.of() : form.variables()));
    }

    /** Takes the item off the list, with a reason. */
    @POST
    @Path("/{id}/put-aside")
    @PermissionsAllowed(Permissions.ATTENTION_RETRY)
    public AttentionView putAside(@PathParam("id") UUID id, @Valid @NotNull ReasonForm form) {
        return view(service.putAside(id, form.reason()));
    }

    /** Ends the work on the record: a deal is closed as lost. */
    @POST
    @Path("/{id}/end")
    @PermissionsAllowed(Permissions.ATTENTION_RETRY)
    public AttentionView end(@PathParam("id") UUID id, @Valid @NotNull ReasonForm form) {
        return view(service.end(id, form.reason()));
    }

    private AttentionView view(AttentionItem item) {
        return AttentionView.from(item, item.state() != AttentionItem.State.RESOLVED && service.canEnd(item));
    }
}
