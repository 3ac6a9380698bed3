package org.partnerflow.partner;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What people enter about a contact.
 *
 * @param firstName left out for people with one name, which is the last one
 * @param partnerTypeId the program or department that this person partners with
 * @param practitionerTypeId only for practitioners
 */
public record ContactForm(
        @NotNull UUID accountId,
        @Size(max = 100) @Nullable String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @Size(max = 100) @Nullable String title,
        @Size(max = 254) @Nullable String email,
        @Size(max = 40) @Nullable String phone,
        @Nullable UUID partnerTypeId,
        @Nullable UUID statusId,
        boolean employerPartner,
        @Nullable UUID practitionerTypeId) {

    /** A form with name and addresses only. */
    public static ContactForm of(
            UUID accountId,
            @Nullable String firstName,
            String lastName,
            @Nullable String email,
            @Nullable String phone) {
        return new ContactForm(accountId, firstName, lastName, null, email, phone, null, null, false, null);
    }
}
