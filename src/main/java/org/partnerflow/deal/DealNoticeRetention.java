package org.partnerflow.deal;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.partnerflow.shared.retention.Expiring;
import org.partnerflow.shared.retention.RetentionConfig;

/** What was told of a deal is of no use for ever. */
class DealNoticeRetention {
    @Produces
    @Singleton
    Expiring notices(RetentionConfig config) {
        return new Expiring("deal_notice", "created_at < ?", config.notices());
    }
}
