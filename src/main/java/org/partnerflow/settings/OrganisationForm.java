package org.partnerflow.settings;

import jakarta.validation.constraints.NotNull;

/**
 * What an admin says of the organisation.
 *
 * @param country two letters (ISO 3166); phone numbers without a country's code are of it
 * @param currency three letters (ISO 4217); values are compared in it
 */
public record OrganisationForm(
        @NotNull String country, @NotNull String currency) {
    static final OrganisationForm SHIPPED = new OrganisationForm("US", "USD");
}
