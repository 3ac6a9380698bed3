package org.partnerflow.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.engine.Job;

/** Whatever the diagram draws, the process of a deal ends with the deal: nothing waits, reminds or arrives after it was closed. */
@ApplicationScoped
class DealEndings {
    @Inject
    Deals deals;

    @Inject
    DealVersions versions;

    @Inject
    DealEngine engine;

    /** The process has just closed the deal; what the diagram would leave is ended. */
    void closed(Deal deal, Job job) {
        if (versions.closings(versions.running(deal, job.processVersion())).leaveSomething()) {
            engine.end(deal);
        }
    }

    /**
     * Whether the deal was closed before this step, which does not follow the closing: nothing is done, and the process that was left
     * is ended.
     */
    @Transactional
    boolean isOver(Job job) {
        var deal = deals.findByIdOptional(job.recordId()).orElseThrow(DealAccess::notFound);
        if (deal.isOpen()
                || versions.closings(versions.running(deal, job.processVersion()))
                        .after()
                        .contains(job.elementId())) {
            return false;
        }
        engine.end(deal);
        return true;
    }
}
