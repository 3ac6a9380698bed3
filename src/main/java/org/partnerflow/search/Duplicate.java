package org.partnerflow.search;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record that may be the same as the one asked for.
 *
 * @param score from 0 to 1: how likely
 * @param reasons sentences for people, the strongest first
 */
public record Duplicate(
        UUID recordId, String title, @Nullable String subtitle, double score, List<String> reasons) {}
