package org.partnerflow.identity.proof;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param device what the browser or program calls itself
 */
public record Client(String address, @Nullable String device) {}
