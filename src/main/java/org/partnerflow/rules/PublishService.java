package org.partnerflow.rules;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.rules.RuleSetService.Version;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableCheck;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Makes new versions of a table: from its draft, or from an older version. In force as soon as the transaction ends. */
@ApplicationScoped
public class PublishService {
    @Inject
    RuleVersions versions;

    @Inject
    RuleDrafts drafts;

    @Inject
    RuleSetService ruleSets;

    @Inject
    DraftService draftService;

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

    /**
     * Refuses (422) a draft with errors or with cases that fail.
     *
     * @param seen version of the draft
     * @param replaces number of the version in force that the person knows of; 409 if another was published in between
     */
    @Transactional
    public Version publishDraft(RuleSet ruleSet, int seen, int replaces, String comment) {
        var draft = drafts.locked(ruleSet).orElseThrow(() -> Problems.notFound("Draft"));
        draft.expectVersion(seen);
        int current = tables.current(ruleSet).number();
        if (replaces != current) {
            throw Problems.conflict(
                    "Version %d was published since you opened the draft. Compare it with yours first."
                            .formatted(current),
                    Map.of("replaces", replaces, "current", current));
        }
        var document = draftService.document(draft);
        expectNoFindings(ruleSet, document);
        drafts.delete(draft);
        var resolved = new TableDocument(checks.resolve(ruleSet, document.rows()), document.cases());
        return publish(ruleSet, version(ruleSet, current + 1, resolved, comment), AuditAction.RULE_SET_PUBLISHED);
    }

    /** Publishes rows and cases as they are, without a draft: for set-up and tests. */
    @Transactional
    public Version publish(RuleSet ruleSet, TableDocument document, String comment) {
        expectNoFindings(ruleSet, document);
        var resolved = new TableDocument(checks.resolve(ruleSet, document.rows()), document.cases());
        int next = tables.current(ruleSet).number() + 1;
        return publish(ruleSet, version(ruleSet, next, resolved, comment), AuditAction.RULE_SET_PUBLISHED);
    }

    /** Publishes the rows of an older version anew, as they were. */
    @Transactional
    public Version restore(RuleSet ruleSet, int number, String comment) {
        int current = tables.current(ruleSet).number();
        if (number == current) {
            throw Problems.refused("Version %d is in force already.".formatted(number));
        }
        var document = ruleSets.document(ruleSet, number);
        var problems = TableCheck.check(ruleSet, document.rows(), Optional.empty());
        if (TableCheck.hasErrors(problems)) {
            throw Problems.refused(
                    "Version %d no longer fits the columns of the table.".formatted(number),
                    Map.of("problems", problems));
        }
        var version = version(ruleSet, current + 1, document, comment).restoring(number);
        return publish(ruleSet, version, AuditAction.RULE_SET_RESTORED);
    }

    private void expectNoFindings(RuleSet ruleSet, TableDocument document) {
        var findings = checks.check(ruleSet, document);
        if (findings.forbidPublishing()) {
            var failed =
                    findings.cases().stream().filter(result -> !result.passed()).toList();
            throw Problems.refused(
                    "Mend the errors and the failing test cases before publishing.",
                    Map.of("problems", findings.problems(), "failedCases", failed));
        }
    }

    private RuleVersion version(RuleSet ruleSet, int number, TableDocument document, String comment) {
        return new RuleVersion(
                ruleSet, number, json.write(document), comment, actors.current().name(), clock.instant());
    }

    private Version publish(RuleSet ruleSet, RuleVersion version, AuditAction action) {
        try {
            versions.persistAndFlush(version);
        } catch (ConstraintViolationException e) {
            throw Problems.conflict("Somebody else published a version at the same moment. Load the table again.");
        }
        audit.record(
                action,
                version.id(),
                Map.of("ruleSet", ruleSet.id(), "version", version.number(), "comment", version.note()));
        return Version.from(version);
    }
}
