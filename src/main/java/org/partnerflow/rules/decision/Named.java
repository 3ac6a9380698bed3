package org.partnerflow.rules.decision;

import java.util.UUID;

/** A partner organisation, by id and name. */
public record Named(UUID id, String name) {}
