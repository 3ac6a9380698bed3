package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.deal.DealResource.NoteForm;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Permissions;

@Path("/api/deals/{id}/notes")
public class DealNoteResource {
    @Inject
    DealNoteService notes;

    /** @param shared whether partners see it */
    @Schema(name = "DealNote")
    public record NoteView(
            UUID id,
            int version,
            String text,
            boolean shared,
            @Nullable UUID authorId,
            String authorName,
            Actor.Kind authorKind,
            Instant createdAt,
            Instant updatedAt) {
        static NoteView from(DealNote note) {
            return new NoteView(
                    note.id(),
                    note.version(),
                    note.text(),
                    note.shared(),
                    note.authorUserId(),
                    note.authorName(),
                    note.authorKind(),
                    note.createdAt(),
                    note.updatedAt());
        }
    }

    @Schema(name = "DealNoteEdit")
    public record NoteEdit(
            int version,
            @NotBlank @Size(max = DealNote.LONGEST) String text,
            boolean shared) {}

    /** Newest first; partners see the shared ones only. */
    @GET
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public List<NoteView> list(@PathParam("id") UUID id) {
        return notes.list(id).stream().map(NoteView::from).toList();
    }

    /** Adds a note; what a partner writes is always shared. */
    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public NoteView add(@PathParam("id") UUID id, @NotNull @Valid NoteForm form) {
        return NoteView.from(notes.add(id, form.text(), form.shared()));
    }

    /** Changes the text, which only the author may, or whether partners see it, which staff may. */
    @PUT
    @Path("/{noteId}")
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public NoteView edit(@PathParam("id") UUID id, @PathParam("noteId") UUID noteId, @NotNull @Valid NoteEdit form) {
        return NoteView.from(notes.edit(id, noteId, form.text(), form.shared(), form.version()));
    }
}
