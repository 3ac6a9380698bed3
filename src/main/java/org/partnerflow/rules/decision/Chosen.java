package org.partnerflow.rules.decision;

/** Conclusion: the decision. {@code rowNumber} is 0 if no row led to it. */
public record Chosen(int rowNumber, Assignee assignee) {}
