package org.partnerflow.partner;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.HoldsWork;
import org.partnerflow.identity.work.Leaver;
import org.partnerflow.identity.work.Work;

/** Partner accounts of those who leave go to another channel manager. */
@ApplicationScoped
class AccountsOfLeavers implements HoldsWork {
    @Inject
    Accounts accounts;

    @Inject
    AuditTrail audit;

    @Override
    public List<Work> of(Leaver leaver) {
        return leaver.gives(Duty.OWN_ACCOUNTS)
                ? List.of(Work.forSomebody(
                        "accounts",
                        accounts.count("ownerUserId", leaver.userId()),
                        "partner account",
                        "partner accounts",
                        "need another owner",
                        Duty.OWN_ACCOUNTS,
                        true))
                : List.of();
    }

    @Override
    public void handOver(Leaver leaver, @Nullable UUID successor) {
        if (!leaver.gives(Duty.OWN_ACCOUNTS) || successor == null) {
            return;
        }
        accounts.find("ownerUserId = ?1 order by id", leaver.userId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(account -> {
                    account.giveTo(successor);
                    audit.record(
                            AuditAction.PARTNER_ACCOUNT_CHANGED,
                            account.id(),
                            Map.of("ownerUserId", Map.of("from", leaver.userId(), "to", successor)));
                });
    }
}
