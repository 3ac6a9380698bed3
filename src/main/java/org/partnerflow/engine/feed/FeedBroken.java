package org.partnerflow.engine.feed;

/**
 * The log of a partition does not go on where it ended; fired in the transaction that notes it.
 *
 * @param otherEngine it is another engine, or an older or a younger state of it than this database knows, rather than a gap
 */
public record FeedBroken(int partition, boolean otherEngine) {}
