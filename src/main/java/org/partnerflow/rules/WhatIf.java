package org.partnerflow.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.decision.Assignee;
import org.partnerflow.rules.decision.DecisionTable;
import org.partnerflow.rules.decision.Facts;
import org.partnerflow.rules.decision.Ruling;
import org.partnerflow.rules.decision.Ruling.FiredRow;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableCheck;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.shared.Problems;

/** Replays stored decisions with another table, and says what would be different. Writes nothing. */
@ApplicationScoped
public class WhatIf {
    private static final int CHUNK = 50;
    private static final int CHANGES_SHOWN = 200;

    @Inject
    StoredDecisions stored;

    @Inject
    Decisions decisions;

    @Inject
    DraftService drafts;

    @Inject
    RuleSetService ruleSets;

    @Inject
    RuleJson json;

    public record Side(Assignee assignee, @Nullable FiredRow row) {
        static Side of(Ruling ruling) {
            return new Side(ruling.assignee(), ruling.row());
        }
    }

    /** A decision that would lead to somebody else. */
    public record Changed(
            UUID decisionId,
            UUID recordId,
            String recordName,
            Instant decidedAt,
            int version,
            Side before,
            Side after) {}

    /** How many decisions lead to this assignee, before and after. */
    public record Share(Assignee.Kind kind, @Nullable UUID id, String name, int before, int after) {}

    /**
     * What would be different.
     *
     * @param decisions how many were replayed
     * @param changed how many would lead to somebody else
     * @param otherRow how many would lead to the same by another row
     * @param shares by assignee, those with the greatest difference first
     * @param changes the newest of those that changed
     */
    public record Report(int decisions, int changed, int otherRow, List<Share> shares, List<Changed> changes) {}

    /** A decision as it was made, and as the other table would make it. */
    public record Replay(Decision before, Ruling after) {}

    /** Replays the last decisions; {@code version} null means the draft. */
    @Transactional
    public Report run(RuleSet ruleSet, @Nullable Integer version, int last) {
        var report = new ReportBuilder();
        try (var table = table(ruleSet, version)) {
            UUID before = null;
            int left = last;
            while (left > 0) {
                var chunk = stored.page(ruleSet, before, Math.min(CHUNK, left));
                for (var found : chunk) {
                    report.add(decisions.decision(found), table.decide(facts(ruleSet, found)));
                }
                if (chunk.isEmpty()) {
                    break;
                }
                left -= chunk.size();
                before = chunk.getLast().id();
                stored.getEntityManager().clear();
            }
        }
        return report.build();
    }

    @Transactional
    public Replay replay(RuleSet ruleSet, @Nullable Integer version, UUID decisionId) {
        var found = stored.findByIdOptional(decisionId)
                .filter(decision -> decision.ruleSet().equals(ruleSet.id()))
                .orElseThrow(() -> Problems.notFound("Decision"));
        try (var table = table(ruleSet, version)) {
            return new Replay(decisions.decision(found), table.decide(facts(ruleSet, found)));
        }
    }

    private Facts facts(RuleSet ruleSet, StoredDecision found) {
        return json.read(found.facts(), Facts.classOf(ruleSet));
    }

    private DecisionTable table(RuleSet ruleSet, @Nullable Integer version) {
        TableDocument document =
                version == null ? drafts.read(ruleSet).document() : ruleSets.document(ruleSet, version);
        var problems = TableCheck.check(ruleSet, document.rows(), Optional.empty());
        if (TableCheck.hasErrors(problems)) {
            throw Problems.refused("Mend the errors first.", Map.of("problems", problems));
        }
        return new DecisionTable(ruleSet, document.rows());
    }

    private static final class ReportBuilder {
        private final Map<List<Object>, int[]> counts = new HashMap<>();
        private final Map<List<Object>, Assignee> assignees = new HashMap<>();
        private final List<Changed> changes = new ArrayList<>();
        private int all;
        private int changed;
        private int otherRow;

        void add(Decision decision, Ruling after) {
            var before = decision.ruling();
            all++;
            count(before.assignee(), 0);
            count(after.assignee(), 1);
            if (!key(before.assignee()).equals(key(after.assignee()))) {
                changed++;
                if (changes.size() < CHANGES_SHOWN) {
                    changes.add(new Changed(
                            decision.id(),
                            decision.recordId(),
                            decision.recordName(),
                            decision.decidedAt(),
                            decision.version(),
                            Side.of(before),
                            Side.of(after)));
                }
            } else if (!Objects.equals(rowId(before), rowId(after))) {
                otherRow++;
            }
        }

        Report build() {
            var shares = counts.entrySet().stream()
                    .map(entry -> share(assignees.get(entry.getKey()), entry.getValue()))
                    .sorted(Comparator.comparingInt((Share share) -> -Math.abs(share.after() - share.before()))
                            .thenComparing(share -> -share.before())
                            .thenComparing(Share::name))
                    .toList();
            return new Report(all, changed, otherRow, shares, changes);
        }

        private void count(Assignee assignee, int side) {
            assignees.putIfAbsent(key(assignee), assignee);
            counts.computeIfAbsent(key(assignee), none -> new int[2])[side]++;
        }

        private static Share share(Assignee assignee, int[] count) {
            return new Share(assignee.kind(), assignee.id(), assignee.words(), count[0], count[1]);
        }

        private static List<Object> key(Assignee assignee) {
            return assignee.id() == null ? List.of(assignee.kind()) : List.of(assignee.kind(), assignee.id());
        }

        private static @Nullable String rowId(Ruling ruling) {
            return ruling.row() == null ? null : ruling.row().id();
        }
    }
}
