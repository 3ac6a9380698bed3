package org.partnerflow.partner;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;

import org.partnerflow.shared.Permissions;

@Path("/api/picklists")
public class PicklistResource {
    @Inject
    Picklists picklists;

    public record EntryView(UUID id, String label, boolean preset, boolean active, int version) {
        static EntryView from(PicklistEntry entry) {
            return new EntryView(entry.id(), entry.label(), entry.preset(), entry.active(), entry.version());
        }
    }

    public record ListView(Picklist list, List<EntryView> entries) {}

    public record NewEntry(@NotBlank @Size(max = 100) String label) {}

    public record EntryChange(
            @NotNull Integer version,
            @NotBlank @Size(max = 100) String label,
            boolean active) {}

    @GET
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public List<ListView> list() {
        var all = picklists.all();
        return Arrays.stream(Picklist.values())
                .map(list -> new ListView(
                        list,
                        all.stream()
                                .filter(entry -> entry.list() == list)
                                .map(EntryView::from)
                                .toList()))
                .toList();
    }

    /** The values that everybody is offered who enters a lead or a request. */
    public record ChoicesView(Picklist list, List<String> labels) {}

    @GET
    @Path("/choices")
    @Authenticated
    public List<ChoicesView> choices() {
        return Stream.of(
                        Picklist.REGION,
                        Picklist.INDUSTRY,
                        Picklist.PRODUCT,
                        Picklist.SOURCE,
                        Picklist.REQUEST_CATEGORY)
                .map(list -> new ChoicesView(list, picklists.offered(list)))
                .toList();
    }

    @POST
    @Path("/{list}/entries")
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.ORGANISATION_EDIT)
    public EntryView add(@PathParam("list") Picklist list, @NotNull @Valid NewEntry form) {
        return EntryView.from(picklists.add(list, form.label()));
    }

    /** Renames a value, or retires it: then it is no longer offered, and records that have it keep it. */
    @PUT
    @Path("/entries/{id}")
    @PermissionsAllowed(Permissions.ORGANISATION_EDIT)
    public EntryView change(@PathParam("id") UUID id, @NotNull @Valid EntryChange form) {
        return EntryView.from(picklists.change(id, form.version(), form.label(), form.active()));
    }
}
