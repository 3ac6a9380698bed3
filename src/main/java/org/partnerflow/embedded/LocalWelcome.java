package org.partnerflow.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells people who started the product on their machine where it is and how to log in. */
@ApplicationScoped
class LocalWelcome {
    @Inject
    EmbeddedConfig config;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    void welcome(@Observes StartupEvent event) {
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
