package org.partnerflow.partner.imports;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.CsvDownload;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.csv.CsvReading;
import org.partnerflow.shared.http.Uploads;

@Path("/api/imports")
public class ImportResource {
    @Inject
    ImportService imports;

    /** How the file is read; what is null is guessed. */
    public record FileReading(
            @Size(max = 20) @Nullable String encoding,
            @Size(max = 1) @Nullable String separator) {}

    /** @param mapping for each column of the file the field that it is imported as; null leaves the column out */
    public record Check(
            @NotNull @Size(max = 100) @JsonSetter(contentNulls = Nulls.SET)
            List<@Nullable ImportField> mapping) {}

    /**
     * @param keepGood import the good lines although others are refused
     * @param keepDuplicates import lines that may be duplicates as well
     */
    public record Run(boolean keepGood, boolean keepDuplicates) {}

    /**
     * @param reason why it is refused, or of what it may be a duplicate
     * @param accountId the account that was made of it, or of which it may be a duplicate
     */
    public record LineView(
            int number,
            List<String> cells,
            LineState state,
            @Nullable String reason,
            @Nullable UUID accountId) {
        static LineView from(ImportLines.Stored line) {
            return new LineView(line.number(), line.cells(), line.state(), line.reason(), line.accountId());
        }
    }

    @GET
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public Page<ImportView> list(@BeanParam PageRequest page) {
        return imports.list(page.afterId(), page.limit());
    }

    /**
     * Uploads a CSV file with a header line; it is read and shown, nothing is imported yet. Encoding and separator are guessed where
     * they are left out.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public ImportView upload(
            @RestForm("file") @PartType(MediaType.APPLICATION_OCTET_STREAM) @Nullable FileUpload file,
            @RestForm("encoding") @Nullable String encoding,
            @RestForm("separator") @Nullable String separator) {
        var csv = Uploads.expected(file, "a CSV file");
        return imports.read(imports.upload(csv.fileName(), csv.uploadedFile(), new CsvReading(encoding, separator)));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public ImportView read(@PathParam("id") UUID id) {
        return imports.read(id);
    }

    /** Lines of the file in their order, all or those in one state. */
    @GET
    @Path("/{id}/lines")
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public Page<LineView> lines(
            @PathParam("id") UUID id, @QueryParam("state") @Nullable LineState state, @BeanParam PageRequest page) {
        return imports.lines(id, state, number(page.after()), page.limit()).map(LineView::from);
    }

    /** Reads the uploaded file with another encoding or separator; the mapping is guessed anew. */
    @PUT
    @Path("/{id}/reading")
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public ImportView readAnew(@PathParam("id") UUID id, @NotNull @Valid FileReading form) {
        imports.readAnew(id, new CsvReading(form.encoding(), form.separator()));
        return imports.read(id);
    }

    /** Checks all lines in the background: which are good, refused, or likely duplicates. */
    @POST
    @Path("/{id}/check")
    @ResponseStatus(202)
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public ImportView check(@PathParam("id") UUID id, @NotNull @Valid Check form) {
        imports.check(id, form.mapping());
        return imports.read(id);
    }

    /** Imports the checked lines in the background. With refused lines it needs {@code keepGood}; otherwise 422. */
    @POST
    @Path("/{id}/run")
    @ResponseStatus(202)
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public ImportView run(@PathParam("id") UUID id, @NotNull Run form) {
        imports.run(id, form.keepGood(), form.keepDuplicates());
        return imports.read(id);
    }

    /** Ends a check or an import that is under way. What is imported by now stays, the other lines are left out. */
    @POST
    @Path("/{id}/stop")
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public ImportView stop(@PathParam("id") UUID id) {
        imports.stop(id);
        return imports.read(id);
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public void discard(@PathParam("id") UUID id) {
        imports.discard(id);
    }

    /** The refused lines with number and reason, as a file to mend and upload again. */
    @GET
    @Path("/{id}/refused.csv")
    @Produces("text/csv")
    @PermissionsAllowed(Permissions.PARTNER_IMPORT)
    public Response refused(@PathParam("id") UUID id) {
        var columns = imports.refusedColumns(id);
        return CsvDownload.of(
                "refused-lines.csv", columns, after -> imports.refused(id, number(after), columns.size()));
    }

    private static int number(@Nullable String after) {
        try {
            return after == null ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw Problems.invalid("after", "Expected the value of \"next\" of the page before.");
        }
    }
}
