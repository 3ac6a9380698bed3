package org.partnerflow.engine;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.partnerflow.shared.retention.Expiring;
import org.partnerflow.shared.retention.RetentionConfig;

/** What was mended needs no attention, nor what nobody wants to see. */
class AttentionRetention {
    @Produces
    @Singleton
    Expiring resolved(RetentionConfig config) {
        return new Expiring(
                "attention_item", "state in ('RESOLVED', 'PUT_ASIDE') and updated_at < ?", config.attention());
    }
}
