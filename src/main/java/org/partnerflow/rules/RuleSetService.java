package org.partnerflow.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.Choices;
import org.partnerflow.rules.table.Comparison;
import org.partnerflow.rules.table.Comparison.Difference;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableCsv;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.rules.table.Target;
import org.partnerflow.shared.Problems;

/** Shows the rule sets and their published versions. */
@ApplicationScoped
public class RuleSetService {
    @Inject
    RuleVersions versions;

    @Inject
    RuleDrafts drafts;

    @Inject
    PublishedTables tables;

    @Inject
    TableChecks checks;

    @Inject
    RuleJson json;

    /** @param restoredFrom the version whose rows these are, if it was rolled back to */
    public record Version(
            int number,
            String comment,
            String publishedBy,
            Instant publishedAt,
            @Nullable Integer restoredFrom) {
        static Version from(RuleVersion version) {
            return new Version(
                    version.number(),
                    version.note(),
                    version.publishedBy(),
                    version.publishedAt(),
                    version.restoredFrom());
        }
    }

    /** @param draftEditedBy null if nobody is editing a draft */
    public record Overview(
            RuleSet ruleSet,
            Version version,
            int rows,
            @Nullable String draftEditedBy,
            @Nullable Instant draftEditedAt) {}

    @Transactional
    public List<Overview> list() {
        return Stream.of(RuleSet.values()).map(this::overview).toList();
    }

    @Transactional
    public Overview overview(RuleSet ruleSet) {
        var version = versions.findById(tables.current(ruleSet).id());
        var draft = drafts.of(ruleSet);
        return new Overview(
                ruleSet,
                Version.from(version),
                document(version).rows().size(),
                draft.map(RuleDraft::editedBy).orElse(null),
                draft.map(RuleDraft::editedAt).orElse(null));
    }

    @Transactional
    public List<Version> versions(RuleSet ruleSet) {
        tables.current(ruleSet);
        return versions.newestFirst(ruleSet);
    }

    @Transactional
    public Version version(RuleSet ruleSet, int number) {
        return Version.from(require(ruleSet, number));
    }

    @Transactional
    public TableDocument document(RuleSet ruleSet, int number) {
        return document(require(ruleSet, number));
    }

    @Transactional
    public List<Difference> compare(RuleSet ruleSet, int from, int to) {
        return Comparison.of(
                document(ruleSet, from).rows(), document(ruleSet, to).rows());
    }

    @Transactional
    public String csv(RuleSet ruleSet, int number) {
        return TableCsv.write(ruleSet, document(ruleSet, number).rows());
    }

    @Transactional
    public List<Target> targets(RuleSet ruleSet) {
        return checks.targets(ruleSet).orElse(List.of());
    }

    @Transactional
    public Map<String, Choices> choices(RuleSet ruleSet) {
        return checks.choices(ruleSet);
    }

    @Transactional
    public Map<String, String> units(RuleSet ruleSet) {
        return checks.units(ruleSet);
    }

    RuleVersion require(RuleSet ruleSet, int number) {
        tables.current(ruleSet);
        return versions.find(ruleSet, number).orElseThrow(() -> Problems.notFound("Version"));
    }

    TableDocument document(RuleVersion version) {
        return json.read(version.document(), TableDocument.class);
    }
}
