package org.partnerflow.rules.decision;

import org.partnerflow.rules.table.OutcomeType;

/** Conclusion: who goes first for a request, and the number of the row that says so; 0 if no row does. */
public record Preference(OutcomeType outcome, int rowNumber) {}
