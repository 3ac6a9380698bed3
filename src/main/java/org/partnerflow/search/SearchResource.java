package org.partnerflow.search;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.record.RecordType;

@Path("/api/search")
public class SearchResource {
    @Inject
    GlobalSearch search;

    /** @param recordType tells which page shows the record, for example {@code partner-account} */
    public record Hit(
            @Schema(type = SchemaType.STRING, implementation = RecordType.class)
            String recordType,

            UUID recordId,
            String title,
            @Nullable String subtitle) {
        static Hit from(GlobalSearch.Hit hit) {
            return new Hit(
                    hit.recordType(),
                    hit.found().id(),
                    hit.found().title(),
                    hit.found().subtitle());
        }
    }

    /** Organisations, people and other records that the caller may see: by name, whole address or phone number. */
    @GET
    @PermissionsAllowed(Permissions.SEARCH_USE)
    public List<Hit> find(@QueryParam("q") @NotBlank @Size(max = 200) String text, @BeanParam PageRequest page) {
        return search.find(text, page.limit()).stream().map(Hit::from).toList();
    }
}
