package org.partnerflow.engine.health;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.partnerflow.shared.retention.Expiring;
import org.partnerflow.shared.retention.RetentionConfig;

/** A comparison is made every night; what the old ones have mended is mended. */
class ReconciliationRetention {
    @Produces
    @Singleton
    Expiring comparisons(RetentionConfig config) {
        return new Expiring(
                "reconciliation_run",
                "ended_at < ?",
                config.comparisons(),
                List.of(new Expiring.Part("reconciliation_item", "run_id")));
    }
}
