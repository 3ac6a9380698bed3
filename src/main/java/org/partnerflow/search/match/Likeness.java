package org.partnerflow.search.match;

import java.util.List;

/**
 * How likely two records are the same.
 *
 * @param score from 0 to 1
 * @param reasons sentences for people, the strongest first
 */
public record Likeness(double score, List<String> reasons) {
    /** From this score on, people are asked. */
    public static final double LIKELY = 0.8;

    static double rounded(double score) {
        return Math.round(score * 100) / 100.0;
    }
}
