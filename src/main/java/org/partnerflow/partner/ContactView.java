package org.partnerflow.partner;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A contact as the API shows it. */
public record ContactView(
        UUID id,
        int version,
        Choice account,
        String name,
        @Nullable String firstName,
        String lastName,
        @Nullable String title,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Choice partnerType,
        Choice status,
        boolean employerPartner,
        @Nullable Choice practitionerType,
        Instant createdAt,
        Instant updatedAt) {

    static ContactView from(PartnerContact contact, Map<UUID, String> picked, Map<UUID, String> accounts) {
        var form = contact.form();
        return new ContactView(
                contact.id(),
                contact.version(),
                Choice.of(form.accountId(), accounts),
                contact.name(),
                form.firstName(),
                form.lastName(),
                form.title(),
                form.email(),
                form.phone(),
                Choice.of(form.partnerTypeId(), picked),
                Choice.of(form.statusId(), picked),
                form.employerPartner(),
                Choice.of(form.practitionerTypeId(), picked),
                contact.createdAt(),
                contact.updatedAt());
    }
}
