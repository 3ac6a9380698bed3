package org.partnerflow.rules.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.partnerflow.rules.decision.Ruling.FiredRow;
import org.partnerflow.rules.decision.Ruling.PassedOver;
import org.partnerflow.rules.decision.Ruling.Standing;
import org.partnerflow.rules.decision.Ruling.Verdict;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RowText;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TextKey;
import org.partnerflow.rules.table.Wording;

/** What the rules concluded about one question. Each conclusion has its own words; nothing is reasoned anew here. */
final class Conclusions {
    private final RuleSet ruleSet;
    private final List<Row> rows;
    private final Chosen chosen;
    private final Map<UUID, Set<Reason>> objections = new HashMap<>();
    private final Map<UUID, Behind> behind = new HashMap<>();
    private final Map<UUID, Unfit> unfit = new HashMap<>();
    private final Map<Integer, Skipped> skipped = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    Conclusions(RuleSet ruleSet, List<Row> rows, Collection<?> facts) {
        this.ruleSet = ruleSet;
        this.rows = rows;
        Chosen found = null;
        for (var fact : facts) {
            switch (fact) {
                case Objection objection ->
                    objections
                            .computeIfAbsent(objection.candidateId(), id -> EnumSet.noneOf(Reason.class))
                            .add(objection.reason());
                case Behind one -> keep(one);
                case Unfit one -> unfit.put(one.candidateId(), one);
                case Skipped one -> skipped.merge(one.row().number(), one, Conclusions::firstByName);
                case Chosen one -> found = one;
                case Note note -> notes.add(note.words());
                default -> {}
            }
        }
        this.chosen = Optional.ofNullable(found)
                .orElseThrow(() -> new IllegalStateException("Expected the rules to choose, but they did not."));
    }

    /** Somebody may fit several rows: what is said of the row that decides tells most. */
    private void keep(Behind one) {
        if (one.fit().assignee().id() != null) {
            behind.merge(
                    one.fit().assignee().id(),
                    one,
                    (known, other) -> known.fit().rowNumber() == known.first().rowNumber() ? known : other);
        }
    }

    private static Skipped firstByName(Skipped one, Skipped other) {
        return one.candidate() != null
                        && other.candidate() != null
                        && other.candidate().byName().compareTo(one.candidate().byName()) < 0
                ? other
                : one;
    }

    Ruling ruling(Facts facts) {
        var row = chosen.rowNumber() == 0
                ? null
                : new FiredRow(chosen.rowNumber(), row(chosen.rowNumber()).id(), text(chosen.rowNumber()));
        var passedOver = skipped.values().stream()
                .map(one -> new PassedOver(
                        one.row().number(),
                        one.row().id(),
                        text(one.row().number()),
                        one.words(one.candidate() == null ? "" : against(one.candidate()))))
                .toList();
        var verdicts = facts.candidates().stream()
                .map(this::verdict)
                .sorted(Comparator.comparing(Verdict::standing).thenComparing(verdict -> TextKey.of(verdict.name())))
                .toList();
        return new Ruling(
                chosen.assignee(), row, passedOver, verdicts, chosen.words(row == null ? "" : row.text()), notes);
    }

    private Verdict verdict(Candidate candidate) {
        var id = candidate.id();
        if (id.equals(chosen.assignee().id())) {
            return verdict(candidate, Standing.CHOSEN, "Chosen: " + whyChosen(candidate));
        }
        if (objections.containsKey(id)) {
            return verdict(candidate, Standing.EXCLUDED, "Cannot take it: %s.".formatted(against(candidate)));
        }
        var one = behind.get(id);
        var other = unfit.get(id);
        boolean waits = one != null && (other == null || one.because() == Precedence.FEWER_MISSED);
        if (waits) {
            return verdict(candidate, Standing.ELIGIBLE, "Could take it, but " + one.words(ruleSet));
        }
        return verdict(
                candidate,
                Standing.ELIGIBLE,
                "Could take it, but " + (other == null ? new Unfit(id, null) : other).words(chosen));
    }

    private static Verdict verdict(Candidate candidate, Standing standing, String sentence) {
        return new Verdict(candidate.id(), candidate.name(), standing, sentence);
    }

    private String against(Candidate candidate) {
        return objections.getOrDefault(candidate.id(), Set.of()).stream()
                .map(Reason::words)
                .collect(Collectors.collectingAndThen(Collectors.toList(), words -> Wording.list(words, "and")));
    }

    private String whyChosen(Candidate candidate) {
        var open = ruleSet.open(candidate.workload().openCount());
        if (!ruleSet.namesTargets()) {
            var partner = candidate.partner();
            return "%s, %s.".formatted(partner == null ? "technician" : "partner user of " + partner.name(), open);
        }
        var row = row(chosen.rowNumber());
        if (row.outcome() == OutcomeType.PARTNER_USER) {
            return "row %d names them.".formatted(chosen.rowNumber());
        }
        return row.outcome() == OutcomeType.ROUND_ROBIN
                ? "it is their turn in %s.".formatted(row.target())
                : open + ".";
    }

    private String text(int number) {
        return RowText.conditions(ruleSet, row(number)) + ": " + RowText.outcome(row(number));
    }

    private Row row(int number) {
        return rows.get(number - 1);
    }
}
