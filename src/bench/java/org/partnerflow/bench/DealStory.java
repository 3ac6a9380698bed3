package org.partnerflow.bench;

import java.util.function.LongConsumer;

/** One deal from its creation until it is won, over all stages of the shipped diagram. */
interface DealStory extends AutoCloseable {

    /** Plays the story once; tells for each move how many nanoseconds lay between the wish and the next stage. */
    void play(LongConsumer step) throws Exception;

    @Override
    void close();
}
