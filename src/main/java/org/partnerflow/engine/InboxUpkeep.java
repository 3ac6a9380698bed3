package org.partnerflow.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Forgets the results of jobs that nobody can ask for any more. A job that is kept open comes again each time its timeout is over: one
 * that has not come for much longer was completed, or its instance was ended.
 */
@ApplicationScoped
class InboxUpkeep {
    private static final int BATCH = 1_000;

    @Inject
    JobInbox inbox;

    @Inject
    EngineConfig config;

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        var open = config.keepJobs().plus(config.openJobTimeout().multipliedBy(2));
        int forgotten;
        do {
            forgotten = QuarkusTransaction.requiringNew().call(() -> inbox.forget(config.keepJobs(), open, BATCH));
        } while (forgotten == BATCH);
    }
}
