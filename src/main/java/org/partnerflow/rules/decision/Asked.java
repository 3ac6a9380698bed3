package org.partnerflow.rules.decision;

/** A text of the question, as a key into the table. */
public record Asked(String column, String value) {}
