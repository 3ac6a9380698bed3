package org.partnerflow.engine;

/**
 * Does the jobs of one type; found as a CDI bean. It runs in one transaction, as the system in the record's organisation. A second
 * delivery of a job returns the stored result and calls no handler.
 *
 * @param <I> a record of the process variables that the handler reads; those that are not set are null
 */
public interface JobHandler<I> {
    /** For example {@code partnerflow.send-invitation}. */
    String jobType();

    Class<I> input();

    /**
     * @throws BpmnError when the business refuses: the diagram says what happens then
     * @throws RuntimeException for a technical failure: tried again later, and finally shown as "needs attention"
     */
    JobResult handle(Job job, I input);

    /** What the work mostly ends with: noted before it, so that nothing has to be noted after it. */
    default JobResult usualResult() {
        return JobResult.complete();
    }

    /** A job that was left open has come again, perhaps on another version of its diagram: bring what is recorded of it up to date. */
    default void redelivered(Job job, I input) {}
}
