package org.partnerflow.partner.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.partner.AccountDuplicates;
import org.partnerflow.partner.AccountForm;
import org.partnerflow.partner.PartnerAccountService;
import org.partnerflow.partner.imports.ImportLines.Outcome;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Texts;

/** Does one batch of an import: all of it or, when the node dies in the middle, nothing of it. */
@ApplicationScoped
class ImportBatches {
    private static final int LONGEST_REASON = 1000;

    @Inject
    EntityManager entities;

    @Inject
    ImportLines lines;

    @Inject
    AccountLines accountLines;

    @Inject
    CheckedFiles files;

    @Inject
    AccountDuplicates duplicates;

    @Inject
    PartnerAccountService accounts;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    ImportConfig config;

    @Inject
    Clock clock;

    /**
     * Does the next lines, as the holder of the lease. The lock on the import keeps out a node that has lost its lease without
     * knowing.
     *
     * @param most how many lines
     * @return whether there is more to do
     */
    @Transactional
    boolean next(UUID importId, UUID holder, int most) {
        gate.pass();
        var current = held(importId, holder);
        if (current == null) {
            return false;
        }
        var batch = lines.next(importId, work(current), most);
        if (batch.isEmpty()) {
            finish(current);
            return false;
        }
        if (current.state() == ImportState.CHECKING) {
            check(current, batch);
        } else {
            store(current, batch);
        }
        return true;
    }

    /** Refuses the next line, which cannot be done for another reason than the check knows. */
    @Transactional
    void refuseNext(UUID importId, UUID holder, String reason) {
        var current = held(importId, holder);
        if (current != null) {
            lines.nextNumber(importId, work(current))
                    .ifPresent(number -> lines.store(
                            importId,
                            new Outcome(number, LineState.REFUSED, Texts.brief(reason, LONGEST_REASON - 1), null)));
        }
    }

    @Transactional
    boolean hasFailedBefore(UUID importId) {
        var current = entities.find(PartnerImport.class, importId);
        return current != null && current.failure() != null;
    }

    @Transactional
    void failed(UUID importId, Instant tryAgainAt) {
        var current = entities.find(PartnerImport.class, importId, LockModeType.PESSIMISTIC_WRITE);
        if (current != null) {
            current.failed("The last batch failed. It is tried again, then line by line.", tryAgainAt);
        }
    }

    private @Nullable PartnerImport held(UUID importId, UUID holder) {
        var current = entities.find(PartnerImport.class, importId, LockModeType.PESSIMISTIC_WRITE);
        return current != null && current.prolong(holder, clock.instant().plus(config.lease())) ? current : null;
    }

    private static Set<LineState> work(PartnerImport current) {
        return current.state() == ImportState.CHECKING
                ? EnumSet.of(LineState.WAITING)
                : current.keepDuplicates()
                        ? EnumSet.of(LineState.GOOD, LineState.DUPLICATE)
                        : EnumSet.of(LineState.GOOD);
    }

    private void check(PartnerImport current, List<ImportLines.Stored> batch) {
        var header = lines.cells(current.header());
        var mapping = lines.mapping(current.mapping());
        var earlier = files.of(current.id(), batch.getFirst().number(), header, mapping);
        for (var line : batch) {
            lines.store(current.id(), checked(earlier, header, mapping, line));
        }
    }

    private Outcome checked(CheckedLines earlier, List<String> header, ColumnMapping mapping, ImportLines.Stored line) {
        try {
            var form = accountLines.form(header, mapping, line.cells());
            accountLines.partnerSince(header, mapping, line.cells());
            var twin = earlier.alike(line.number(), form);
            earlier.add(line.number(), form);
            return twin.map(reason -> new Outcome(line.number(), LineState.DUPLICATE, cut(reason), null))
                    .or(() -> known(line, form))
                    .orElse(new Outcome(line.number(), LineState.GOOD, null, null));
        } catch (AccountLines.Refused refused) {
            return refusal(line, refused);
        }
    }

    private Optional<Outcome> known(ImportLines.Stored line, AccountForm form) {
        return duplicates.of(Ids.next(), form).stream().findFirst().map(likeliest -> {
            var reason = "%s: “%s” (%.0f %%)"
                    .formatted(likeliest.reasons().getFirst(), likeliest.title(), likeliest.score() * 100);
            return new Outcome(line.number(), LineState.DUPLICATE, cut(reason), likeliest.recordId());
        });
    }

    /** A line that was good when it was checked may be stored by somebody else since. */
    private void store(PartnerImport current, List<ImportLines.Stored> batch) {
        var header = lines.cells(current.header());
        var mapping = lines.mapping(current.mapping());
        var forms = new ArrayList<AccountForm>();
        var since = new ArrayList<@Nullable Instant>();
        var numbers = new ArrayList<Integer>();
        duplicates.alone();
        for (var line : batch) {
            try {
                var form = accountLines.form(header, mapping, line.cells());
                var known = current.keepDuplicates() ? Optional.<Outcome>empty() : known(line, form);
                if (known.isPresent()) {
                    lines.store(current.id(), known.get());
                    continue;
                }
                since.add(accountLines.partnerSince(header, mapping, line.cells()));
                forms.add(form);
                numbers.add(line.number());
            } catch (AccountLines.Refused refused) {
                lines.store(current.id(), refusal(line, refused));
            }
        }
        var made = accounts.createAll(forms, since);
        for (int i = 0; i < made.size(); i++) {
            lines.store(current.id(), new Outcome(numbers.get(i), LineState.CREATED, null, made.get(i)));
        }
    }

    private void finish(PartnerImport current) {
        current.finish();
        files.forget(current.id());
        if (current.state() == ImportState.DONE) {
            lines.forgetFile(current.id());
        }
        var counts = lines.counts(current.id());
        audit.record(
                current.state() == ImportState.CHECKED ? AuditAction.IMPORT_CHECKED : AuditAction.IMPORT_DONE,
                current.id(),
                Map.of("file", current.fileName(), "lines", counts));
    }

    private static Outcome refusal(ImportLines.Stored line, AccountLines.Refused refused) {
        return new Outcome(line.number(), LineState.REFUSED, cut(refused.getMessage()), null);
    }

    private static String cut(String reason) {
        return Texts.cut(reason, LONGEST_REASON);
    }
}
