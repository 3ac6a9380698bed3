package org.partnerflow.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.partnerflow.shared.retention.Expiring;
import org.partnerflow.shared.retention.RetentionConfig;

/** Log-ins that have ended, and invitations that nobody can follow any more, are of no use. */
class LogInRetention {
    @Produces
    @Singleton
    Expiring sessions(RetentionConfig config) {
        return new Expiring("user_session", "expires_at < ?", config.sessions());
    }

    @Produces
    @Singleton
    Expiring invitations(RetentionConfig config) {
        return new Expiring("invitation", "expires_at < ?", config.invitations());
    }
}
