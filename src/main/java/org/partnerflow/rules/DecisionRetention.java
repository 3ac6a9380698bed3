package org.partnerflow.rules;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.partnerflow.shared.retention.Expiring;
import org.partnerflow.shared.retention.RetentionConfig;

/** Decisions hold all that was known of people when they were made. */
class DecisionRetention {
    @Produces
    @Singleton
    Expiring decisions(RetentionConfig config) {
        return new Expiring("decision", "decided_at < ?", config.decisions());
    }
}
