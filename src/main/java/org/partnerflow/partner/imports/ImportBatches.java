package org.partnerflow.partner.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.partner.AccountDuplicates;
import org.partnerflow.partner.AccountForm;
import org.partnerflow.partner.PartnerAccountService;
import org.partnerflow.partner.imports.ImportLines.Outcome;
import org.partnerflow.search.OrganisationName;
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
    AccountDuplicates duplicates;

    @Inject
    PartnerAccountService accounts;

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
     * @return whether there is more to do
     */
    @Transactional
    boolean next(UUID importId, UUID holder) {
        var current = entities.find(PartnerImport.class, importId, LockModeType.PESSIMISTIC_WRITE);
        if (current == null || !current.prolong(holder, clock.instant().plus(config.lease()))) {
            return false;
        }
        var work = current.state() == ImportState.CHECKING ? Set.of(LineState.WAITING) : kept(current);
        var batch = lines.next(importId, work, config.batch());
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

    private static Set<LineState> kept(PartnerImport current) {
        return current.keepDuplicates() ? EnumSet.of(LineState.GOOD, LineState.DUPLICATE) : EnumSet.of(LineState.GOOD);
    }

    private void check(PartnerImport current, List<ImportLines.Stored> batch) {
        var header = lines.cells(current.header());
        var mapping = lines.mapping(current.mapping());
        for (var line : batch) {
            lines.store(current.id(), checked(current.id(), header, mapping, line));
        }
    }

    private Outcome checked(UUID importId, List<String> header, ColumnMapping mapping, ImportLines.Stored line) {
        try {
            var form = accountLines.form(header, mapping, line.cells());
            var name = OrganisationName.of(form.name()).key();
            var key = Texts.cut(name, 200);
            var earlier = lines.earlier(importId, key, line.number());
            if (earlier.isPresent()) {
                return new Outcome(line.number(), LineState.DUPLICATE, key, "Same name as line " + earlier.get(), null);
            }
            var known = duplicates.of(Ids.next(), form);
            if (!known.isEmpty()) {
                var likeliest = known.getFirst();
                var reason = "%s: “%s” (%.0f %%)"
                        .formatted(likeliest.reasons().getFirst(), likeliest.title(), likeliest.score() * 100);
                return new Outcome(line.number(), LineState.DUPLICATE, key, cut(reason), likeliest.recordId());
            }
            return new Outcome(line.number(), LineState.GOOD, key, null, null);
        } catch (AccountLines.Refused refused) {
            return refusal(line, refused);
        }
    }

    private void store(PartnerImport current, List<ImportLines.Stored> batch) {
        var header = lines.cells(current.header());
        var mapping = lines.mapping(current.mapping());
        var forms = new ArrayList<AccountForm>();
        var numbers = new ArrayList<Integer>();
        for (var line : batch) {
            try {
                forms.add(accountLines.form(header, mapping, line.cells()));
                numbers.add(line.number());
            } catch (AccountLines.Refused refused) {
                lines.store(current.id(), refusal(line, refused));
            }
        }
        var made = accounts.createAll(forms);
        for (int i = 0; i < made.size(); i++) {
            lines.store(current.id(), new Outcome(numbers.get(i), LineState.CREATED, null, null, made.get(i)));
        }
    }

    private void finish(PartnerImport current) {
        current.finish();
        var counts = lines.counts(current.id());
        audit.record(
                current.state() == ImportState.CHECKED ? "import.checked" : "import.done",
                "import",
                current.id(),
                Map.of("file", current.fileName(), "lines", counts));
    }

    private static Outcome refusal(ImportLines.Stored line, AccountLines.Refused refused) {
        return new Outcome(line.number(), LineState.REFUSED, null, cut(refused.getMessage()), null);
    }

    private static String cut(String reason) {
        return Texts.cut(reason, LONGEST_REASON);
    }
}
