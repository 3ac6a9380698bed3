package org.partnerflow.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** Forgets the results of jobs that nobody can ask for any more. */
@ApplicationScoped
class InboxUpkeep {
    private static final int BATCH = 1_000;

    @Inject
    JobInbox inbox;

    @Inject
    EngineConfig config;

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        int forgotten;
        do {
            forgotten = QuarkusTransaction.requiringNew().call(() -> inbox.forget(config.keepJobs(), BATCH));
        } while (forgotten == BATCH);
    }
}
