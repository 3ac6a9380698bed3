package org.partnerflow.partner;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What people enter about a partner account.
 *
 * @param statusId null for the status of a new account, "Current Partner"
 * @param ownerUserId the channel manager; null for the person who enters the account
 */
public record AccountForm(
        @NotBlank @Size(max = 200) String name,
        @Nullable UUID typeId,
        @Nullable UUID statusId,
        boolean employerPartner,
        @Size(max = 300) @Nullable String website,
        @Size(max = 40) @Nullable String phone,
        @Size(max = 200) @Nullable String street,
        @Size(max = 100) @Nullable String town,
        @Size(max = 100) @Nullable String state,
        @Size(max = 20) @Nullable String postcode,
        @Size(max = 100) @Nullable String country,
        @Size(max = 5000) @Nullable String notes,
        @Nullable UUID ownerUserId) {

    /** A form with nothing but a name. */
    public static AccountForm named(String name) {
        return new AccountForm(name, null, null, false, null, null, null, null, null, null, null, null, null);
    }
}
