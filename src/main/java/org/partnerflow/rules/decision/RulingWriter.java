package org.partnerflow.rules.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.decision.Ruling.FiredRow;
import org.partnerflow.rules.decision.Ruling.PassedOver;
import org.partnerflow.rules.decision.Ruling.Standing;
import org.partnerflow.rules.decision.Ruling.Verdict;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RowText;
import org.partnerflow.rules.table.TextKey;
import org.partnerflow.rules.table.TypedRow;
import org.partnerflow.rules.table.Wording;

/** Puts conclusions into words. */
final class RulingWriter {
    private final Facts facts;
    private final List<Row> rows;
    private final Conclusions conclusions;
    private final Chosen chosen;
    private final Map<UUID, Fit> fitsOfChosenRow = new HashMap<>();
    private final @Nullable Fit best;

    RulingWriter(Facts facts, List<Row> rows, Conclusions conclusions) {
        this.facts = facts;
        this.rows = rows;
        this.conclusions = conclusions;
        this.chosen = conclusions.chosen();
        for (var fit : conclusions.fits()) {
            if (fit.rowNumber() == chosen.rowNumber() && fit.assignee().id() != null) {
                fitsOfChosenRow.put(fit.assignee().id(), fit);
            }
        }
        this.best = chosen.assignee().id() == null
                ? null
                : fitsOfChosenRow.get(chosen.assignee().id());
    }

    Ruling write() {
        var row = chosen.rowNumber() == 0
                ? null
                : new FiredRow(chosen.rowNumber(), row(chosen.rowNumber()).id(), text(chosen.rowNumber()));
        var verdicts = facts.candidates().stream()
                .map(this::verdict)
                .sorted(Comparator.comparing(Verdict::standing).thenComparing(verdict -> TextKey.of(verdict.name())))
                .toList();
        return new Ruling(chosen.assignee(), row, passedOver(), verdicts, summary(row));
    }

    private String summary(@Nullable FiredRow row) {
        String goesTo = chosen.assignee().kind() == Assignee.Kind.NOBODY
                ? "it stays unassigned"
                : "goes to " + chosen.assignee().words();
        if (row != null) {
            return "Row %d (%s): %s.".formatted(row.number(), row.text(), goesTo);
        }
        if (facts instanceof RequestFacts request) {
            return best == null
                    ? "Nobody in layer %s can take it: %s."
                            .formatted(request.layer().name(), goesTo)
                    : "No row matches, so partner users go first: %s.".formatted(goesTo);
        }
        return (conclusions.matches().isEmpty() ? "No row matches: %s." : "Nobody can take it: %s.").formatted(goesTo);
    }

    private List<PassedOver> passedOver() {
        if (!facts.ruleSet().namesTargets()) {
            return List.of();
        }
        var passed = new ArrayList<PassedOver>();
        for (var match : conclusions.matches()) {
            if (chosen.rowNumber() == 0 || match.number() < chosen.rowNumber()) {
                passed.add(new PassedOver(
                        match.number(), match.row().id(), text(match.number()), whyPassedOver(match.row())));
            }
        }
        return passed;
    }

    private String whyPassedOver(TypedRow row) {
        return switch (row.outcome()) {
            case PARTNER_USER ->
                facts.candidates().stream()
                        .filter(candidate -> row.names(candidate.id(), candidate.name()))
                        .findFirst()
                        .map(candidate -> candidate.name() + " " + why(candidate) + ".")
                        .orElseGet(() -> missing(row));
            case ROUND_ROBIN, ROUND_ROBIN_OVER_QUEUES ->
                facts.others().stream().anyMatch(other -> isNamed(row, other))
                        ? "Nobody in %s can take it.".formatted(row.target())
                        : missing(row);
            case QUEUE -> missing(row);
            default ->
                row.target() == null ? "Nobody can take it." : "Nobody of %s can take it.".formatted(row.target());
        };
    }

    private static String missing(TypedRow row) {
        return "There is no %s called \"%s\"."
                .formatted(Objects.requireNonNull(row.outcome().target()).label(), row.target());
    }

    private static boolean isNamed(TypedRow row, Object other) {
        return other instanceof Group group
                && group.ofQueues() == (row.outcome() == OutcomeType.ROUND_ROBIN_OVER_QUEUES)
                && group.isNamedBy(row);
    }

    private Verdict verdict(Candidate candidate) {
        if (best != null && candidate.id().equals(best.assignee().id())) {
            return new Verdict(candidate.id(), candidate.name(), Standing.CHOSEN, whyChosen(candidate));
        }
        if (conclusions.objections().containsKey(candidate.id())) {
            String sentence = "Cannot take it: %s.".formatted(why(candidate));
            return new Verdict(candidate.id(), candidate.name(), Standing.EXCLUDED, sentence);
        }
        return new Verdict(
                candidate.id(), candidate.name(), Standing.ELIGIBLE, "Could take it, but " + whyNot(candidate));
    }

    private String why(Candidate candidate) {
        var reasons = conclusions.objections().getOrDefault(candidate.id(), Set.of()).stream()
                .map(Reason::words)
                .toList();
        return Wording.list(reasons, "and");
    }

    private String whyChosen(Candidate candidate) {
        if (!facts.ruleSet().namesTargets()) {
            var partner = candidate.partner();
            return "Chosen: %s, %s."
                    .formatted(
                            partner == null ? "technician" : "partner user of " + partner.name(),
                            open(candidate.workload().openCount()));
        }
        return switch (outcome()) {
            case PARTNER_USER -> "Chosen: row %d names them.".formatted(chosen.rowNumber());
            case ROUND_ROBIN -> "Chosen: it is their turn in %s.".formatted(target());
            default -> "Chosen: %s.".formatted(open(candidate.workload().openCount()));
        };
    }

    private String whyNot(Candidate candidate) {
        if (best == null) {
            return chosen.assignee().kind() == Assignee.Kind.QUEUE
                    ? "row %d leads to %s."
                            .formatted(chosen.rowNumber(), chosen.assignee().words())
                    : "no row leads to them.";
        }
        Fit fit = fitsOfChosenRow.get(candidate.id());
        if (fit == null) {
            return noFit();
        }
        String other = best.assignee().words();
        if (best.turn() < fit.turn()) {
            return facts.ruleSet().namesTargets()
                    ? "it is the turn of %s.".formatted(other)
                    : "%s goes first: %s.".formatted(other, kind(best));
        }
        if (best.open() < fit.open()) {
            return "has %s, and %s has %d.".formatted(open(fit.open()), other, best.open());
        }
        return best.lastAssigned() < fit.lastAssigned()
                ? "%s has waited longer.".formatted(other)
                : "%s comes first by name.".formatted(other);
    }

    private String noFit() {
        if (!facts.ruleSet().namesTargets()) {
            return "row %d gives it only to partner users.".formatted(chosen.rowNumber());
        }
        return switch (outcome()) {
            case ROUND_ROBIN -> "is not in %s.".formatted(target());
            case FEWEST_OPEN -> "does not belong to %s.".formatted(target());
            default ->
                "row %d leads to %s."
                        .formatted(chosen.rowNumber(), chosen.assignee().words());
        };
    }

    private static String kind(Fit fit) {
        return switch (fit.turn()) {
            case 2 -> "a partner user of the customer's own partner organisation";
            case 3 -> "a partner user of the org unit's partner organisation";
            default -> "a technician";
        };
    }

    private String open(int count) {
        return count == 1
                ? "1 open " + facts.ruleSet().noun()
                : count + " open " + facts.ruleSet().noun() + "s";
    }

    private OutcomeType outcome() {
        return Objects.requireNonNull(row(chosen.rowNumber()).outcome());
    }

    private String target() {
        return String.valueOf(row(chosen.rowNumber()).target());
    }

    private String text(int number) {
        return RowText.conditions(facts.ruleSet(), row(number)) + ": " + RowText.outcome(row(number));
    }

    private Row row(int number) {
        return rows.get(number - 1);
    }
}
