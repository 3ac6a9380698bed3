package org.partnerflow.deal;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/boards")
public class BoardResource {
    private static final int MOST_CHANGES = 50;

    @Inject
    BoardService boards;

    /** The boards that the caller may open, the one for new deals first. */
    @GET
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public List<BoardService.Entry> list() {
        return boards.boards();
    }

    /** The columns of a workflow with their first cards; {@code limit} is for each column. */
    @GET
    @Path("/{workflowId}")
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public BoardView board(
            @PathParam("workflowId") UUID workflowId,
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @QueryParam("ownerId") @Nullable UUID ownerId,
            @BeanParam PageRequest page) {
        return boards.board(workflowId, filter(workflowId, text, ownerId), page.limit());
    }

    /** Which deals have changed. */
    public static class ChangedDeals {
        @QueryParam("id")
        @Size(min = 1, max = MOST_CHANGES)
        public Set<UUID> ids = Set.of();
    }

    /** What became of some deals, to bring a board up to date that was read before. */
    @GET
    @Path("/{workflowId}/changes")
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public BoardView.Changes changes(
            @PathParam("workflowId") UUID workflowId,
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @QueryParam("ownerId") @Nullable UUID ownerId,
            @Valid @BeanParam ChangedDeals changed) {
        return boards.changes(workflowId, filter(workflowId, text, ownerId), changed.ids);
    }

    /** More cards of one column. */
    @GET
    @Path("/{workflowId}/columns/{column}")
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public BoardView.More more(
            @PathParam("workflowId") UUID workflowId,
            @PathParam("column") @Size(max = 200) String column,
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @QueryParam("ownerId") @Nullable UUID ownerId,
            @BeanParam PageRequest page) {
        return boards.more(workflowId, column, filter(workflowId, text, ownerId), page.after(), page.limit());
    }

    private static Deals.Filter filter(UUID workflowId, @Nullable String text, @Nullable UUID ownerId) {
        return new Deals.Filter(
                text == null || text.isBlank() ? null : text, workflowId, null, null, ownerId, null, null, null, null);
    }
}
