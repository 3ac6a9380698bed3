package org.partnerflow.partner.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column can be imported as, with the headings that people give such columns. */
public enum ImportField {
    NAME(
            "name",
            "account name",
            "partner name",
            "company",
            "company name",
            "organisation",
            "organization",
            "organisation name",
            "organization name",
            "security",
            "firm",
            "employer",
            "account",
            "partner"),
    TYPE(
            "type",
            "type of organisation",
            "type of organization",
            "account type",
            "organisation type",
            "organization type"),
    STATUS("status", "account status", "partner status"),
    EMPLOYER_PARTNER("employer partner", "employer-partner", "is employer partner"),
    WEBSITE("website", "web site", "web", "url", "homepage", "home page", "web address"),
    PHONE("phone", "telephone", "phone number", "tel", "main phone"),
    STREET("street", "address", "street address", "address 1", "billing street"),
    TOWN("town", "city", "billing city", "suburb"),
    STATE("state", "province", "region", "county", "billing state"),
    PLACE("headquarters location", "headquarters", "location", "place", "town and state", "city, state"),
    POSTCODE("postcode", "postal code", "zip", "zip code", "billing postal code"),
    COUNTRY("country", "billing country"),
    NOTES(
            "notes",
            "note",
            "description",
            "comment",
            "comments",
            "remarks",
            "gics sector",
            "sector",
            "industry",
            "gics sub-industry",
            "sub-industry"),
    OWNER("owner email", "owner", "channel manager", "account owner", "channel manager email"),
    PARTNER_SINCE("partner since");

    private final List<String> headings;

    ImportField(String... headings) {
        this.headings = List.of(headings);
    }

    static Optional<ImportField> of(String heading) {
        var wanted = heading.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Arrays.stream(values())
                .filter(field -> field.headings.contains(wanted))
                .findFirst();
    }
}
