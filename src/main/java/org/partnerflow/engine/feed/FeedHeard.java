package org.partnerflow.engine.feed;

import java.util.Set;

/**
 * What a partition told is stored; fired after the commit.
 *
 * @param endedInstances keys of process instances that are over, ours and others
 */
public record FeedHeard(int partition, Set<Long> endedInstances) {}
