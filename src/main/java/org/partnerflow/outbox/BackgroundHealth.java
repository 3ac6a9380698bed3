package org.partnerflow.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.health.api.HealthGroup;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Up when nothing waits in the outbox for long. Asked at {@code /q/health/group/background}, with the others of this group. */
@HealthGroup(BackgroundHealth.GROUP)
@ApplicationScoped
public class BackgroundHealth implements HealthCheck {
    /** What works in the background: its trouble is seen, but a node that has it serves its users all the same. */
    public static final String GROUP = "background";

    @Inject
    OutboxTable table;

    @Inject
    OutboxConfig config;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("Outbox");
        try {
            var oldest = QuarkusTransaction.requiringNew().call(table::oldestWaits);
            return health.status(oldest.compareTo(config.longestLag()) <= 0)
                    .withData("oldest waits for seconds", oldest.toSeconds())
                    .build();
        } catch (RuntimeException e) {
            return health.down()
                    .withData("cause", "The database cannot be reached")
                    .build();
        }
    }
}
