package org.partnerflow.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.rules.decision.CaseRun;
import org.partnerflow.rules.table.Comparison;
import org.partnerflow.rules.table.CsvProblem;
import org.partnerflow.rules.table.Problem;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableCsv;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Problems.Violation;
import org.partnerflow.shared.csv.CsvFile;
import org.partnerflow.shared.csv.CsvReading;

/** Edits the draft of a rule set. Whoever saves over an edit that they have not seen is told so, with the difference. */
@ApplicationScoped
public class DraftService {
    @Inject
    RuleDrafts drafts;

    @Inject
    RuleSetService ruleSets;

    @Inject
    PublishedTables tables;

    @Inject
    TableChecks checks;

    @Inject
    RuleJson json;

    @Inject
    Actors actors;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    Validator validator;

    /**
     * The draft, or what a new one begins with.
     *
     * @param version to be given when saving; null if there is no draft yet
     * @param basedOn number of the version that it began with
     * @param cases results of the test cases; empty as long as cells have errors
     */
    public record Draft(
            @Nullable Integer version,
            int basedOn,
            @Nullable String editedBy,
            @Nullable Instant editedAt,
            TableDocument document,
            List<Problem> problems,
            List<CaseRun.Result> cases) {}

    @Transactional
    public Draft read(RuleSet ruleSet) {
        return drafts.of(ruleSet).map(draft -> view(ruleSet, draft)).orElseGet(() -> {
            int current = tables.current(ruleSet).number();
            var document = ruleSets.document(ruleSet, current);
            var findings = checks.check(ruleSet, document);
            return new Draft(null, current, null, null, document, findings.problems(), findings.cases());
        });
    }

    /** Saves also what has mistakes. {@code seen} is the version of the draft that was edited; null for a new draft. */
    @Transactional
    public Draft save(RuleSet ruleSet, @Nullable Integer seen, TableDocument document) {
        expectDifferentIds(document);
        var draft = drafts.locked(ruleSet);
        expectSeen(ruleSet, draft, seen, document);
        String text = json.write(document);
        String editor = actors.current().name();
        RuleDraft saved = draft.orElseGet(
                () -> new RuleDraft(ruleSet, tables.current(ruleSet).number(), text, editor, clock.instant()));
        saved.edit(text, editor, clock.instant());
        drafts.persist(saved);
        try {
            drafts.flush();
        } catch (ConstraintViolationException e) {
            throw Problems.conflict("Somebody else began a draft at the same moment. Load it and repeat your change.");
        }
        audit.record(
                AuditAction.RULE_SET_DRAFT_SAVED,
                saved.id(),
                Map.of("ruleSet", ruleSet.id(), "rows", document.rows().size()));
        return view(ruleSet, saved);
    }

    @Transactional
    public String csv(RuleSet ruleSet) {
        return TableCsv.write(ruleSet, read(ruleSet).document().rows());
    }

    /** Replaces the rows of the draft by those of a spreadsheet; the cases stay. */
    @Transactional
    public Draft upload(RuleSet ruleSet, @Nullable Integer seen, byte[] content, CsvReading reading) {
        try {
            var file = CsvFile.read(content, reading, TableCsv.LIMITS);
            var rows = TableCsv.read(ruleSet, file, () -> Ids.next().toString());
            var document = new TableDocument(rows, read(ruleSet).document().cases());
            expectValid(document);
            return save(ruleSet, seen, document);
        } catch (CsvProblem e) {
            throw Problems.invalid(e.places().stream()
                    .limit(100)
                    .map(place ->
                            new Violation(("line " + place.line() + " " + place.column()).strip(), place.message()))
                    .toList());
        }
    }

    @Transactional
    public void discard(RuleSet ruleSet, int seen) {
        var draft = drafts.locked(ruleSet).orElseThrow(() -> Problems.notFound("Draft"));
        draft.expectVersion(seen);
        drafts.delete(draft);
        audit.record(AuditAction.RULE_SET_DRAFT_DISCARDED, draft.id(), Map.of("ruleSet", ruleSet.id()));
    }

    private void expectSeen(
            RuleSet ruleSet, Optional<RuleDraft> draft, @Nullable Integer seen, TableDocument document) {
        if (Objects.equals(draft.map(RuleDraft::version).orElse(null), seen)) {
            return;
        }
        if (draft.isEmpty()) {
            throw Problems.conflict("The draft was published or discarded since you opened it.");
        }
        var theirs = draft.get();
        var extra = new HashMap<String, Object>();
        extra.put("version", theirs.version());
        extra.put("editedBy", theirs.editedBy());
        extra.put("editedAt", theirs.editedAt().toString());
        extra.put("differences", Comparison.of(document(theirs).rows(), document.rows()));
        throw Problems.conflict("%s saved this draft since you opened it.".formatted(theirs.editedBy()), extra);
    }

    private static void expectDifferentIds(TableDocument document) {
        var ids = new HashSet<String>();
        for (int i = 0; i < document.rows().size(); i++) {
            if (!ids.add(document.rows().get(i).id())) {
                throw Problems.invalid("rows[%d].id".formatted(i), "Expected an id that no other row has.");
            }
        }
    }

    private void expectValid(TableDocument document) {
        var violations = validator.validate(document).stream()
                .limit(100)
                .map(violation -> new Violation(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
    }

    TableDocument document(RuleDraft draft) {
        return json.read(draft.document(), TableDocument.class);
    }

    private Draft view(RuleSet ruleSet, RuleDraft draft) {
        var document = document(draft);
        var findings = checks.check(ruleSet, document);
        return new Draft(
                draft.version(),
                draft.basedOn(),
                draft.editedBy(),
                draft.editedAt(),
                document,
                findings.problems(),
                findings.cases());
    }
}
