package org.partnerflow;

import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.persistence.EntityManagerFactory;

import org.hibernate.SessionFactory;

/** Counts what is asked of the database. */
public final class Statements {
    private static final int TRIES = 5;

    private Statements() {}

    /** How many statements some work takes at least; what others do at the same time makes some of the tries dearer. */
    public static long of(Callable<?> work) {
        var statistics = Given.bean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        return IntStream.range(0, TRIES)
                .mapToLong(number -> {
                    long before = statistics.getPrepareStatementCount();
                    call(work);
                    return statistics.getPrepareStatementCount() - before;
                })
                .min()
                .orElseThrow();
    }

    private static void call(Callable<?> work) {
        try {
            work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
