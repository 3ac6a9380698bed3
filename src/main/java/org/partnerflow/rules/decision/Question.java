package org.partnerflow.rules.decision;

import java.util.Map;

/** The values that rows are matched with. */
public record Question(Map<String, Object> values) {}
