package org.partnerflow.rules;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
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

/**
 * Replays stored decisions with the table in force and with another one, each in order with what its own decisions would have left, and
 * says what would be different. Writes nothing.
 */
@ApplicationScoped
public class WhatIf {
    private static final int CHUNK = 50;
    private static final int CHANGES_SHOWN = 200;

    @Inject
    StoredDecisions stored;

    @Inject
    Decisions decisions;

    @Inject
    PublishedTables tables;

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

    /** A decision as the table in force would make it, and as the other one would. */
    public record Replay(Decision before, Ruling after) {}

    /** Replays the last decisions; {@code version} null means the draft. */
    @Transactional
    public Report run(RuleSet ruleSet, @Nullable Integer version, int last) {
        var report = new ReportBuilder();
        walk(ruleSet, version, stored.newest(ruleSet, last), report::add);
        return report.build();
    }

    /** One of the last decisions, as it comes when they are replayed in order. */
    @Transactional
    public Replay replay(RuleSet ruleSet, @Nullable Integer version, UUID decisionId, int last) {
        var ids = stored.newest(ruleSet, last);
        int place = ids.indexOf(decisionId);
        var until = place < 0 ? List.of(decisionId) : ids.subList(0, place + 1);
        var found = new ArrayList<Replay>();
        walk(ruleSet, version, until, (decision, before, after) -> {
            if (decision.id().equals(decisionId)) {
                found.add(new Replay(decision.as(before), after));
            }
        });
        return found.stream().findFirst().orElseThrow(() -> Problems.notFound("Decision"));
    }

    private interface Step {
        void add(Decision decision, Ruling before, Ruling after);
    }

    /** Goes through the decisions, the oldest first, by both tables. */
    private void walk(RuleSet ruleSet, @Nullable Integer version, List<UUID> ids, Step step) {
        try (var other = table(ruleSet, version)) {
            var inForce = new Course(tables.inForce(ruleSet).table());
            var course = new Course(other);
            for (int from = 0; from < ids.size(); from += CHUNK) {
                var chunk = stored.inOrder(ruleSet, ids.subList(from, Math.min(from + CHUNK, ids.size())));
                for (var found : chunk) {
                    var decision = decisions.decision(found.withoutFacts());
                    var facts = facts(ruleSet, found);
                    step.add(
                            decision,
                            inForce.next(facts, decision.ruling(), decision.decidedAt()),
                            course.next(facts, decision.ruling(), decision.decidedAt()));
                }
                stored.getEntityManager().clear();
            }
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
        private final Deque<Changed> changes = new ArrayDeque<>();
        private int all;
        private int changed;
        private int otherRow;

        void add(Decision decision, Ruling before, Ruling after) {
            all++;
            count(before.assignee(), 0);
            count(after.assignee(), 1);
            if (!key(before.assignee()).equals(key(after.assignee()))) {
                changed++;
                changes.addFirst(new Changed(
                        decision.id(),
                        decision.recordId(),
                        decision.recordName(),
                        decision.decidedAt(),
                        decision.version(),
                        Side.of(before),
                        Side.of(after)));
                if (changes.size() > CHANGES_SHOWN) {
                    changes.removeLast();
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
            return new Report(all, changed, otherRow, shares, List.copyOf(changes));
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
