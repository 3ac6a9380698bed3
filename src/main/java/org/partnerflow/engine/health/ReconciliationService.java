package org.partnerflow.engine.health;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.health.ReconciliationRuns.Cause;
import org.partnerflow.engine.health.ReconciliationRuns.Item;
import org.partnerflow.engine.health.ReconciliationRuns.Run;
import org.partnerflow.shared.Actors;

/** Comparisons of the database with the engine that people ask for. */
@ApplicationScoped
class ReconciliationService {
    @Inject
    Reconciler reconciler;

    @Inject
    ReconciliationRuns runs;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    List<Run> latest() {
        return runs.latest();
    }

    List<Item> items(UUID run) {
        return runs.items(run);
    }

    UUID begin() {
        var organisation = actors.current().organisation();
        var run = reconciler.begin(Cause.DEMAND, organisation);
        QuarkusTransaction.requiringNew().run(() -> audit.record(AuditAction.RECONCILIATION_BEGUN, run, Map.of()));
        Thread.ofVirtual().name("reconciling").start(() -> reconciler.work(run, organisation));
        return run;
    }
}
