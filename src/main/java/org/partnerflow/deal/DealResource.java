package org.partnerflow.deal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/deals")
public class DealResource {
    @Inject
    DealService deals;

    @Inject
    DealReader reader;

    @Inject
    DealActivity activity;

    @Inject
    MoveService moves;

    @Inject
    Clock clock;

    @Schema(name = "DealValue")
    public record Value(
            @NotNull BigDecimal amount,
            @NotBlank @Size(max = 3) String currency) {
        static @Nullable Money money(@Nullable Value value) {
            return value == null ? null : Money.checked(value.amount(), value.currency());
        }
    }

    @Schema(name = "DealContactForm")
    public record ContactForm(
            @Size(max = 100) @Nullable String firstName,
            @NotBlank @Size(max = 100) String lastName,
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 40) String phone) {
        Person person() {
            return new Person(firstName, lastName, email, phone);
        }
    }

    /**
     * @param workflowId left out for the organisation's default workflow
     * @param ownerId staff only; left out for the current user, or for one of the partner's brokers
     * @param partnerUserId staff only; the log-in of the partner user whose deal it is
     * @param partnerAccountId staff only; where no partner user is given
     */
    public record DealForm(
            @NotBlank @Size(max = 200) String name,
            @Valid @Nullable Value value,
            @Nullable UUID workflowId,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid ContactForm> contacts,
            @Nullable UUID ownerId,
            @Nullable UUID partnerUserId,
            @Nullable UUID partnerAccountId) {}

    public record DealEdit(
            int version,
            @NotBlank @Size(max = 200) String name,
            @Valid @Nullable Value value,
            @Nullable UUID ownerId) {}

    @Schema(name = "DealNoteForm")
    public record NoteForm(
            @NotBlank @Size(max = DealNote.LONGEST) String text, boolean shared) {}

    /**
     * @param visitId the visit that the person saw
     * @param outcome as named in the diagram; may be left out where the target says it
     * @param targetElementId an element of the diagram or a column of the board; may be left out where the outcome says it
     * @param note added with the move
     * @param waitingSince to choose anew for a deal that waits after the visit: since when the person saw it wait
     */
    @Schema(name = "DealMoveForm")
    public record MoveForm(
            @NotNull UUID visitId,
            @Size(max = 200) @Nullable String outcome,
            @Size(max = 200) @Nullable String targetElementId,
            @Valid @Nullable NoteForm note,
            @Nullable Instant waitingSince) {
        MoveService.Wish wish() {
            return new MoveService.Wish(
                    visitId,
                    outcome,
                    targetElementId,
                    note == null ? null : new MoveService.NewNote(note.text(), note.shared()),
                    waitingSince);
        }
    }

    /** @param waitingSince since when the person saw the deal wait */
    @Schema(name = "DealWaitEnd")
    public record WaitEnd(@NotNull Instant waitingSince) {}

    /** A line of a list. */
    public record DealLine(
            UUID id,
            String name,
            @Nullable Money value,
            DealState state,
            UUID workflowId,
            String column,
            String stageName,
            Instant since,
            @Nullable Instant dueAt,
            boolean moving,
            int versionNumber,
            BoardView.Named owner,
            BoardView.@Nullable Partner partner,
            Instant createdAt) {}

    /** The filters of a list; what is left out does not restrict it. */
    public static class ListFilter {
        @QueryParam("q")
        @Size(max = 200)
        @Nullable
        String text;

        @QueryParam("workflowId")
        @Nullable
        UUID workflowId;

        @QueryParam("state")
        @Nullable
        DealState state;

        @QueryParam("stage")
        @Size(max = 200)
        @Nullable
        String stage;

        @QueryParam("ownerId")
        @Nullable
        UUID ownerId;

        @QueryParam("partnerAccountId")
        @Nullable
        UUID partnerAccountId;

        @QueryParam("versionId")
        @Nullable
        UUID versionId;

        @QueryParam("stuck")
        boolean stuck;

        /** Only these, as far as they fit the rest. */
        @QueryParam("id")
        @Size(max = 50)
        Set<UUID> ids = Set.of();

        Deals.Filter filter(Instant now) {
            return new Deals.Filter(
                    text == null || text.isBlank() ? null : text,
                    workflowId,
                    state,
                    stage,
                    ownerId,
                    partnerAccountId,
                    versionId,
                    stuck ? now.minus(Deal.STUCK_AFTER) : null,
                    ids.isEmpty() ? null : ids);
        }
    }

    /** Deals, newest first; a partner sees their own and the shared ones. */
    @GET
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public Page<DealLine> list(@Valid @BeanParam ListFilter filter, @BeanParam PageRequest page) {
        return reader.list(filter.filter(clock.instant()), page.afterId(), page.limit());
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public DealView create(@NotNull @Valid DealForm form) {
        var value = Value.money(form.value());
        return deals.createAndView(new NewDeal(
                form.name(),
                value,
                form.workflowId(),
                form.contacts().stream().map(ContactForm::person).toList(),
                form.ownerId(),
                form.partnerUserId(),
                form.partnerAccountId()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public DealView read(@PathParam("id") UUID id) {
        return reader.view(id);
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public DealView edit(@PathParam("id") UUID id, @NotNull @Valid DealEdit form) {
        deals.edit(id, form.version(), form.name(), Value.money(form.value()), form.ownerId());
        return reader.view(id);
    }

    /** Moves a deal on, along the diagram of its version. 422 says what is offered, 409 who was faster. */
    @POST
    @Path("/{id}/moves")
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public MoveService.Moved move(@PathParam("id") UUID id, @NotNull @Valid MoveForm form) {
        return moves.move(id, form.wish());
    }

    /** Ends the wait of a deal between two stages before its time; staff may. 409 when the deal does not wait, or waits elsewhere by now. */
    @POST
    @Path("/{id}/wait-end")
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public void endWait(@PathParam("id") UUID id, @NotNull @Valid WaitEnd form) {
        moves.skipWait(id, form.waitingSince());
    }

    /** What happened to the deal, newest first. */
    @GET
    @Path("/{id}/activity")
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public Page<DealActivity.Line> activity(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return activity.of(id, page.afterId(), page.limit());
    }
}
