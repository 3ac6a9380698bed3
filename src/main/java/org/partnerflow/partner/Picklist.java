package org.partnerflow.partner;

import java.util.List;

/** The lists of values that fields are picked from. The values are rows that an admin extends; here are those of a new organisation. */
public enum Picklist {
    ACCOUNT_TYPE(List.of(
            "Employer",
            "Educational institution",
            "Government agency",
            "Nonprofit organisation",
            "Community organisation")),
    ACCOUNT_STATUS(List.of("Current Partner", "Prospective Partner", "Former Partner")),
    CONTACT_STATUS(List.of("Current Partner", "Prospective Partner", "Former Partner")),
    PARTNER_TYPE(List.of("Sales", "Recruiting", "Training", "Service", "Management")),
    PRACTITIONER_TYPE(List.of("Adviser", "Case manager", "Coach", "Instructor")),
    REGION(List.of("North", "South", "East", "West", "AMER", "EMEA", "APAC")),
    INDUSTRY(List.of(
            "Education",
            "Energy",
            "Finance",
            "Health",
            "Hospitality",
            "Manufacturing",
            "Public sector",
            "Retail",
            "Software")),
    /** What leads and requests are about; every organisation enters its own. */
    PRODUCT(List.of()),
    SOURCE(List.of("Web form", "Web site", "Event", "Fair", "Referral", "Tender", "Phone")),
    REQUEST_CATEGORY(List.of("Question", "Incident", "Order", "Complaint"));

    private final List<String> shipped;

    Picklist(List<String> shipped) {
        this.shipped = shipped;
    }

    List<String> shipped() {
        return shipped;
    }

    /** Whether a new record gets the first value; otherwise the field stays empty. */
    boolean hasPreset() {
        return this == ACCOUNT_STATUS || this == CONTACT_STATUS;
    }
}
