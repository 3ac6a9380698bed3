package org.partnerflow.embedded;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells people who started the product on their machine where it is and how to log in. */
@ApplicationScoped
class LocalWelcome {
    private static final int LAST = Integer.MAX_VALUE;

    @Inject
    EmbeddedConfig config;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    /** The last step before the application listens. */
    void welcome(@Observes @Priority(LAST) StartupEvent event) {
        LocalMain.givePortFree();
        if (config.demoData()) {
            System.out.printf("""

                    Partnerflow is at      http://localhost:%1$d
                      log in as            admin, ops, broker, tech, partner or customer, each @demo.example
                      password             %2$s
                      mails are caught at  http://localhost:%1$d/api/local/mails
                    Ctrl+C stops it. Its data stay in .data/

                    """, port, DemoOrganisation.PASSWORD);
        }
    }
}
