package org.partnerflow.partner;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.search.SearchIndex;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.Problems;

/** Makes and changes partner accounts. */
@ApplicationScoped
public class PartnerAccountService {
    @Inject
    Accounts accounts;

    @Inject
    Picklists picklists;

    @Inject
    AccountDuplicates duplicates;

    @Inject
    ContactIndex contacts;

    @Inject
    SearchIndex index;

    @Inject
    CanWork canWork;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /**
     * Makes an account, unless there are likely duplicates (409 with their list).
     *
     * @param seenDuplicates accounts of which the person has said that they are other companies
     */
    @Transactional
    public UUID create(AccountForm form, Set<UUID> seenDuplicates) {
        duplicates.alone();
        var account = build(form);
        duplicates.ask(account.id(), account.form(), null, seenDuplicates);
        store(List.of(account), AuditAction.PARTNER_ACCOUNT_ADDED);
        return account.id();
    }

    /**
     * Makes accounts that were checked before, as an import does. All or none.
     *
     * @param partnerSince for each since when it is a partner; null for one that is none
     */
    @Transactional
    public List<UUID> createAll(List<AccountForm> forms, List<@Nullable Instant> partnerSince) {
        var made = forms.stream().map(this::build).toList();
        for (int i = 0; i < made.size(); i++) {
            var since = partnerSince.get(i);
            if (since != null) {
                made.get(i).enableAsPartner(since);
            }
        }
        store(made, AuditAction.PARTNER_ACCOUNT_IMPORTED);
        return made.stream().map(PartnerAccount::id).toList();
    }

    /** The form as it would be stored; throws what {@link #create} would, and lets the caller's transaction go on. */
    @Transactional(dontRollbackOn = HttpProblem.class)
    public AccountForm checked(AccountForm form) {
        return build(form).form();
    }

    /**
     * Changes an account; a change of an older state than the stored one is refused (409) with the differences, and so is one that
     * makes it like another account.
     *
     * @param seenDuplicates accounts of which the person has said that they are other companies
     */
    @Transactional
    public void change(UUID id, int seenVersion, AccountForm form, Set<UUID> seenDuplicates) {
        gate.pass();
        var account = accounts.locked(id);
        var before = account.form();
        if (account.version() != seenVersion) {
            throw Problems.stale(seenVersion, account.version(), Differences.between(before, form));
        }
        account.change(form, status(form, before.statusId()), owner(form, before.ownerUserId()));
        pickType(form, before.typeId());
        duplicates.ask(id, account.form(), before, seenDuplicates);
        index.put(AccountDuplicates.document(id, account.form()));
        contacts.accountChanged(account);
        audit.record(AuditAction.PARTNER_ACCOUNT_CHANGED, id, Differences.asDetails(before, account.form()));
        accounts.flush();
    }

    /** Makes the account a partner: from now on its contacts can be enabled as partner users. */
    @Transactional
    public void enableAsPartner(UUID id) {
        accounts.locked(id).enableAsPartner(clock.instant());
        audit.record(AuditAction.PARTNER_ACCOUNT_ENABLED_AS_PARTNER, id, Map.of());
        accounts.flush();
    }

    private PartnerAccount build(AccountForm form) {
        gate.pass();
        pickType(form, null);
        return new PartnerAccount(form, status(form, null), owner(form, null));
    }

    private void store(List<PartnerAccount> made, AuditAction action) {
        accounts.persist(made);
        accounts.flush();
        made.forEach(account -> audit.record(action, account.id(), Map.of("name", account.name())));
        index.putAll(made.stream()
                .map(account -> AccountDuplicates.document(account.id(), account.form()))
                .toList());
    }

    private void pickType(AccountForm form, @Nullable UUID former) {
        if (form.typeId() != null && !form.typeId().equals(former)) {
            picklists.pick(Picklist.ACCOUNT_TYPE, "typeId", form.typeId());
        }
    }

    private UUID status(AccountForm form, @Nullable UUID former) {
        return form.statusId() != null && form.statusId().equals(former)
                ? former
                : Optional.ofNullable(picklists.pick(Picklist.ACCOUNT_STATUS, "statusId", form.statusId()))
                        .orElseThrow()
                        .id();
    }

    /** The channel manager: somebody who can own accounts, by default who enters the account. */
    private UUID owner(AccountForm form, @Nullable UUID former) {
        var wanted = form.ownerUserId() != null ? form.ownerUserId() : former;
        if (wanted != null && wanted.equals(former)) {
            return wanted;
        }
        var owner = Optional.ofNullable(wanted)
                .or(() -> Optional.ofNullable(actors.current().userId()))
                .orElseThrow(() -> Problems.invalid("ownerUserId", "Expected somebody who can own partner accounts."));
        canWork.expect("ownerUserId", owner, Duty.OWN_ACCOUNTS);
        return owner;
    }
}
