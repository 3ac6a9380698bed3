package org.partnerflow.partner;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A partner account as the API shows it. */
public record AccountView(
        UUID id,
        int version,
        String name,
        @Nullable Choice type,
        Choice status,
        boolean employerPartner,
        @Nullable String website,
        @Nullable String phone,
        @Nullable String street,
        @Nullable String town,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String country,
        @Nullable String notes,
        Choice owner,
        @Nullable Instant partnerEnabledAt,
        Instant createdAt,
        Instant updatedAt) {

    static AccountView from(PartnerAccount account, Map<UUID, String> picked, Map<UUID, String> users) {
        var form = account.form();
        return new AccountView(
                account.id(),
                account.version(),
                form.name(),
                Choice.of(form.typeId(), picked),
                Choice.of(form.statusId(), picked),
                form.employerPartner(),
                form.website(),
                form.phone(),
                form.street(),
                form.town(),
                form.state(),
                form.postcode(),
                form.country(),
                form.notes(),
                Choice.of(form.ownerUserId(), users),
                account.partnerEnabledAt(),
                account.createdAt(),
                account.updatedAt());
    }
}
