package org.partnerflow.shared.csv;

/**
 * How much of a file is read at most.
 *
 * @param lines below the header
 */
public record CsvLimits(int lines, int columns) {}
