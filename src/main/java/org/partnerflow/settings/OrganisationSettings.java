package org.partnerflow.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.shared.Countries;
import org.partnerflow.shared.Currencies;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;

/** Country and currency of an organisation. */
@Entity
@Table(name = "organisation_settings")
class OrganisationSettings extends OrganisationRecord {
    private String country = OrganisationForm.SHIPPED.country();
    private String currency = OrganisationForm.SHIPPED.currency();

    void change(OrganisationForm form) {
        if (!Countries.isCode(form.country())) {
            throw Problems.invalid(
                    "country",
                    "Expected the two letters of a country such as US or DE, but it is “%s”."
                            .formatted(form.country()));
        }
        country = form.country();
        currency = Currencies.checked("currency", form.currency()).getCurrencyCode();
    }

    OrganisationForm form() {
        return new OrganisationForm(country, currency);
    }
}
