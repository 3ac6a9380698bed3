package org.partnerflow.rules;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.Decisions.InForce;
import org.partnerflow.rules.RuleVersions.Current;
import org.partnerflow.rules.decision.DecisionTable;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.shared.Actors;

/**
 * The tables in force, ready to decide. Which version is in force is read in every transaction that decides, so publishing takes
 * effect on all nodes at once; what a version says never changes, so it is kept.
 */
@ApplicationScoped
class PublishedTables {
    private static final int KEPT = 200;

    @Inject
    RuleVersions versions;

    @Inject
    RuleJson json;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    private final LinkedHashMap<UUID, DecisionTable> tables = new LinkedHashMap<>(16, 0.75f, true);

    /** Compiling takes seconds: it begins when the application starts, and nobody waits for it. */
    void compileEarly(@Observes StartupEvent start) {
        Thread.ofPlatform().daemon().name("compile-rules").start(() -> {
            for (var ruleSet : RuleSet.values()) {
                DecisionTable.prepare(ruleSet);
            }
        });
    }

    Current current(RuleSet ruleSet) {
        return versions.current(ruleSet).orElseGet(() -> {
            var first = new RuleVersion(
                    ruleSet,
                    1,
                    json.write(ShippedTables.of(ruleSet)),
                    "Shipped with Partnerflow",
                    "Partnerflow",
                    clock.instant());
            versions.insertFirst(actors.current().organisation(), ruleSet, first);
            return versions.current(ruleSet).orElseThrow();
        });
    }

    InForce inForce(RuleSet ruleSet) {
        Current current = current(ruleSet);
        var known = known(current.id());
        return new InForce(current.number(), known == null ? load(ruleSet, current.id()) : known);
    }

    private synchronized @Nullable DecisionTable known(UUID versionId) {
        return tables.get(versionId);
    }

    private DecisionTable load(RuleSet ruleSet, UUID versionId) {
        var document = json.read(versions.findById(versionId).document(), TableDocument.class);
        return keep(versionId, new DecisionTable(ruleSet, document.rows()));
    }

    private synchronized DecisionTable keep(UUID versionId, DecisionTable table) {
        var first = tables.putIfAbsent(versionId, table);
        if (tables.size() > KEPT) {
            var oldest = tables.pollFirstEntry();
            oldest.getValue().close();
        }
        return first == null ? table : first;
    }
}
