package org.partnerflow.engine.health;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.DiagramShipping;
import org.partnerflow.engine.EngineErrors;
import org.partnerflow.engine.ProcessOwner;
import org.partnerflow.engine.ProcessOwner.Owed;
import org.partnerflow.engine.Processes;
import org.partnerflow.engine.health.ReconciliationRuns.Cause;
import org.partnerflow.engine.health.ReconciliationRuns.Item;
import org.partnerflow.engine.health.ReconciliationRuns.Outcome;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.FailureWords;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Shutdown;
import org.partnerflow.shared.Sql;

/**
 * Brings the database and the engine together again after one of them was lost or restored: deploys what is in force and lacks, begins
 * anew what was lost, where its record is, and ends what belongs to no record any more. The database is right.
 */
@ApplicationScoped
class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final int PAGE = 200;

    @Inject
    ReconciliationRuns runs;

    @Inject
    EngineMark mark;

    @Inject
    RunningProbe probe;

    @Inject
    FormerEngine formerEngine;

    @Inject
    Orphans orphans;

    @Inject
    DiagramShipping shipping;

    @Inject
    Processes processes;

    @Inject
    @All
    List<ProcessOwner> owners;

    @Inject
    ReconcileConfig config;

    @Inject
    Actors actors;

    @Inject
    Shutdown shutdown;

    @Inject
    Sql sql;

    /** 409 while another comparison runs. */
    UUID begin(Cause cause, @Nullable UUID organisation) {
        var run = runs.begin(cause, organisation);
        if (run == null) {
            throw Problems.conflict("The database is being compared with the engine already. Look again in a minute.");
        }
        return run;
    }

    /** Compares everything, or one organisation only. */
    void work(UUID run, @Nullable UUID organisation) {
        try {
            boolean replaced = !mark.isKnown();
            if (replaced) {
                LOG.warn(
                        "The engine is not the one that this database worked with, or at another point: everything begins anew there");
                runs.noteReplaced(run);
                formerEngine.leave();
                formerEngine.endInstances(() -> runs.beat(run));
            } else {
                mark.renew();
            }
            shipping.shipOnce();
            // Another engine concerns everybody, whoever has asked.
            for (var each : replaced || organisation == null ? organisations() : Set.of(organisation)) {
                actors.as(Actor.system(each, "Reconciler"), () -> compare(run, each, replaced));
            }
            orphans.cancel(run);
            if (replaced) {
                mark.trust();
            }
            runs.end(run, null);
        } catch (RuntimeException e) {
            LOG.warn("The comparison of database and engine did not come to its end", e);
            runs.end(
                    run,
                    EngineErrors.isPassing(e)
                            ? "The process engine could not be reached: compare again when it is back."
                            : "It did not come to its end: " + FailureWords.of(e));
        }
    }

    private Set<UUID> organisations() {
        var all = new LinkedHashSet<UUID>();
        QuarkusTransaction.requiringNew().run(() -> {
            all.addAll(sql.query(
                    "select distinct organisation_id from process_binding",
                    row -> Objects.requireNonNull(Sql.id(row, "organisation_id"))));
            owners.forEach(owner -> all.addAll(owner.organisations()));
        });
        return all;
    }

    private void compare(UUID run, UUID organisation, boolean replaced) {
        for (var owner : owners) {
            for (var deployed : owner.redeploy(replaced)) {
                runs.note(
                        run,
                        organisation,
                        new Item(
                                Ids.next(),
                                deployed.isMended() ? Outcome.DEPLOYED : Outcome.LEFT,
                                deployed.processId(),
                                null,
                                deployed.name(),
                                deployed.isMended()
                                        ? "The engine lacked this workflow."
                                        : "The engine has lost several versions of this workflow, and counts them differently."
                                                + " Publish the workflow again."));
            }
            @Nullable UUID after = null;
            List<Owed> page;
            do {
                var from = after;
                page = QuarkusTransaction.requiringNew().call(() -> owner.owed(from, PAGE));
                page.forEach(owed -> compare(run, organisation, owner, owed, replaced));
                after = page.isEmpty() ? null : page.getLast().recordId();
                runs.beat(run);
            } while (page.size() == PAGE && !shutdown.hasBegun());
        }
    }

    private void compare(UUID run, UUID organisation, ProcessOwner owner, Owed owed, boolean replaced) {
        if (!probe.wasAskedFor(owed)) {
            return;
        }
        if (!replaced) {
            pause();
            if (processes.isQueued(owed.recordId()) || probe.isRunning(owed)) {
                return;
            }
        }
        var item = mend(owner, owed, replaced);
        if (item != null) {
            runs.note(run, organisation, item);
        }
    }

    private @Nullable Item mend(ProcessOwner owner, Owed owed, boolean replaced) {
        var name = QuarkusTransaction.requiringNew()
                .call(() -> owner.nameOf(owed.recordId()).orElse(null));
        try {
            var where = QuarkusTransaction.requiringNew().call(() -> owner.beginAnew(owed, replaced));
            return where.map(place -> new Item(
                            Ids.next(),
                            Outcome.BEGUN_ANEW,
                            owed.processId(),
                            owed.recordId(),
                            name,
                            "Begun anew: " + place))
                    .orElse(null);
        } catch (RuntimeException e) {
            LOG.warnf(e, "The process %s of record %s could not be begun anew", owed.processId(), owed.recordId());
            return new Item(
                    Ids.next(),
                    Outcome.LEFT,
                    owed.processId(),
                    owed.recordId(),
                    name,
                    "It could not be begun anew: " + FailureWords.of(e));
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1_000 / Math.max(1, config.perSecond()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
