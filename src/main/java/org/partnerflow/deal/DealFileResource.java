package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.partnerflow.files.FileDownload;
import org.partnerflow.files.StoredFiles;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.http.Uploads;

@Path("/api/deals/{id}/files")
public class DealFileResource {
    @Inject
    DealFileService files;

    @Inject
    StoredFiles stored;

    /**
     * @param size in bytes
     * @param shared whether partners see it
     */
    @Schema(name = "DealFile")
    public record FileView(
            UUID id,
            int version,
            String name,
            String mediaType,
            long size,
            boolean shared,
            @Nullable UUID authorId,
            String authorName,
            Actor.Kind authorKind,
            Instant createdAt) {
        static FileView from(DealFiles.Attached attached) {
            var dealFile = attached.dealFile();
            var file = attached.file();
            return new FileView(
                    dealFile.id(),
                    dealFile.version(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    dealFile.shared(),
                    dealFile.authorUserId(),
                    dealFile.authorName(),
                    dealFile.authorKind(),
                    dealFile.createdAt());
        }
    }

    @Schema(name = "DealFileEdit")
    public record FileEdit(int version, boolean shared) {}

    /** Newest first; partners see the shared ones only. */
    @GET
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public List<FileView> list(@PathParam("id") UUID id) {
        return files.list(id).stream().map(FileView::from).toList();
    }

    /** Adds a document or picture of at most 10 MB; what a partner adds is always shared. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public FileView add(
            @PathParam("id") UUID id,
            @RestForm("file") @PartType(MediaType.APPLICATION_OCTET_STREAM) @Nullable FileUpload file,
            @FormParam("shared") @NotNull Boolean shared) {
        var added = Uploads.expected(file, "a file");
        return FileView.from(files.add(id, added.fileName(), added.uploadedFile(), shared));
    }

    /** Changes whether partners see the file, which staff may. */
    @PUT
    @Path("/{fileId}")
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public FileView share(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId, @NotNull @Valid FileEdit form) {
        return FileView.from(files.share(id, fileId, form.shared(), form.version()));
    }

    /** Removes the file and its content; partners may remove their own. */
    @DELETE
    @Path("/{fileId}")
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public void remove(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId) {
        files.remove(id, fileId);
    }

    /** The content, to be kept by the browser as a file. */
    @GET
    @Path("/{fileId}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public Response content(@PathParam("id") UUID id, @PathParam("fileId") UUID fileId) {
        var file = files.read(id, fileId);
        return FileDownload.of(file, to -> stored.write(file, to));
    }
}
