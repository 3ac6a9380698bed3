package org.partnerflow.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Tells the engine nothing of a job at its first delivery, as if the node were killed after the effect: the engine delivers it again. */
@Alternative
@ApplicationScoped
public class ForgetfulReplies extends JobReplies {
    /** The two of {@link TwiceRunner}. */
    private static final int FIRST_DELIVERY = 2;

    private final Map<Long, Integer> asked = new ConcurrentHashMap<>();

    @Override
    void send(Delivery job, JobOutcome outcome) {
        if (asked.merge(job.key(), 1, Integer::sum) > FIRST_DELIVERY) {
            super.send(job, outcome);
        }
    }
}
