package org.partnerflow.partner;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.audit.RecordNames;

/** The trail names partner accounts. */
@ApplicationScoped
class AccountNames implements RecordNames {
    @Inject
    PartnerAccounts accounts;

    @Override
    public Map<UUID, String> of(Set<UUID> ids) {
        return accounts.all(ids).stream()
                .collect(Collectors.toMap(PartnerAccounts.Account::id, PartnerAccounts.Account::name));
    }
}
