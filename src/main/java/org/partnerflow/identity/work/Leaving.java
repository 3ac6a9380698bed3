package org.partnerflow.identity.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Problems;

/** The one way out: whoever is disabled, removed or loses a role leaves nothing behind that they can do no longer. */
@ApplicationScoped
public class Leaving {
    @Inject
    @Any
    Instance<HoldsWork> holders;

    @Inject
    CanWork canWork;

    @Inject
    AuditTrail audit;

    /**
     * What would become of somebody's work.
     *
     * @param successors who could take over all of it for which somebody can be chosen; empty where nobody need be
     */
    @Schema(name = "LeavingPreview")
    public record Preview(List<Work> work, List<Successor> successors) {}

    @Schema(name = "WorkSuccessor")
    public record Successor(UUID id, String name) {}

    /** What the leaver would leave behind, and who could take it over. */
    @Transactional
    public Preview preview(Leaver leaver) {
        var works = works(leaver);
        var duties = works.stream().map(Work::duty).filter(Objects::nonNull).collect(Collectors.toSet());
        var successors = duties.isEmpty()
                ? List.<Successor>of()
                : canWork.members(duties).stream()
                        .filter(person -> !person.id().equals(leaver.userId()))
                        .map(person -> new Successor(person.id(), person.name()))
                        .toList();
        return new Preview(works, successors);
    }

    private List<Work> works(Leaver leaver) {
        return holders.stream()
                .flatMap(holder -> holder.of(leaver).stream())
                .filter(work -> work.count() > 0)
                .toList();
    }

    /**
     * Hands on everything that the leaver can do no longer. Called when the change is stored already, with the gate closed.
     *
     * @param successor who takes over what must have somebody; null when nobody was named
     */
    @Transactional(TxType.MANDATORY)
    public void leave(Leaver leaver, @Nullable UUID successor) {
        var works = works(leaver);
        if (successor == null) {
            refuseWhatNeedsSomebody(leaver, works);
        } else {
            expectAble(leaver, successor, works);
        }
        holders.forEach(holder -> holder.handOver(leaver, successor));
        if (works.isEmpty()) {
            return;
        }
        var details = new HashMap<String, Object>();
        details.put("work", works.stream().map(Work::words).toList());
        if (successor != null) {
            details.put("handOver", successor);
        }
        audit.record(AuditAction.USER_WORK_HANDED_OVER, leaver.userId(), details);
    }

    private static void refuseWhatNeedsSomebody(Leaver leaver, List<Work> works) {
        var left = works.stream().filter(Work::needed).toList();
        if (!left.isEmpty()) {
            throw Problems.refused(
                    "%s has %s. Expected somebody (handOver) who takes that over, but nobody was named."
                            .formatted(
                                    leaver.name(),
                                    left.stream().map(Work::words).collect(Collectors.joining(", "))),
                    Map.of("field", "handOver", "work", works));
        }
    }

    private void expectAble(Leaver leaver, UUID successor, List<Work> works) {
        if (successor.equals(leaver.userId())) {
            throw Problems.invalid(
                    "handOver", "Expected somebody else than %s, who leaves it.".formatted(leaver.name()));
        }
        works.stream()
                .map(Work::duty)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(duty -> canWork.expect("handOver", successor, duty));
    }
}
