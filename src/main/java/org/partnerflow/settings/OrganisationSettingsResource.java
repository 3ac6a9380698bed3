package org.partnerflow.settings;

import java.util.Comparator;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.security.PermissionsAllowed;

import org.partnerflow.shared.Countries;
import org.partnerflow.shared.Permissions;

@Path("/api/organisation-settings")
public class OrganisationSettingsResource {
    @Inject
    OrganisationSettingsService settings;

    public record Country(String code, String name) {}

    /** @param countries to choose from, by name */
    public record OrganisationSettingsView(int version, String country, String currency, List<Country> countries) {
        static OrganisationSettingsView from(OrganisationSettings settings) {
            var form = settings.form();
            var countries = Countries.codes().stream()
                    .map(code -> new Country(code, Countries.name(code)))
                    .sorted(Comparator.comparing(Country::name))
                    .toList();
            return new OrganisationSettingsView(settings.version(), form.country(), form.currency(), countries);
        }
    }

    public record OrganisationSettingsChange(
            @NotNull Integer version, @NotNull @Valid OrganisationForm settings) {}

    @GET
    @PermissionsAllowed(Permissions.ORGANISATION_EDIT)
    public OrganisationSettingsView read() {
        return OrganisationSettingsView.from(settings.current());
    }

    @PUT
    @PermissionsAllowed(Permissions.ORGANISATION_EDIT)
    public OrganisationSettingsView change(@NotNull @Valid OrganisationSettingsChange form) {
        return OrganisationSettingsView.from(settings.change(form.version(), form.settings()));
    }
}
