package org.partnerflow.support;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.partner.PartnerAccounts;
import org.partnerflow.portal.PartnerUsers;

/** What support asks about partner accounts: which there are, and which users belong to them. */
@ApplicationScoped
public class PartnerAssociations {
    @Inject
    PartnerAccounts accounts;

    @Inject
    PartnerUsers partnerUsers;

    /** A partner account, by id and name. */
    public record AssociatedAccount(UUID id, String name) {}

    /** Expects a partner account of this organisation, or none (404). */
    public void expectAccount(@Nullable UUID accountId) {
        if (accountId != null) {
            accounts.require(accountId);
        }
    }

    /** The partner accounts with these ids; may be asked for null, which has none. */
    public Map<UUID, AssociatedAccount> accounts(Stream<@Nullable UUID> ids) {
        var found = new HashMap<UUID, AssociatedAccount>();
        accounts.all(ids.filter(Objects::nonNull).distinct().toList())
                .forEach(account -> found.put(account.id(), new AssociatedAccount(account.id(), account.name())));
        return found;
    }

    /** The partner account of each of these users who has one. */
    public Map<UUID, AssociatedAccount> accountsOfUsers(Set<UUID> userIds) {
        var found = new HashMap<UUID, AssociatedAccount>();
        partnerUsers
                .all(userIds)
                .forEach(partner ->
                        found.put(partner.userId(), new AssociatedAccount(partner.accountId(), partner.accountName())));
        return found;
    }
}
