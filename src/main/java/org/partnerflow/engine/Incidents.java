package org.partnerflow.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.partnerflow.engine.feed.EngineIncidents;
import org.partnerflow.engine.feed.EngineIncidents.Incident;
import org.partnerflow.engine.feed.FeedHeard;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;

/** Tells people what failed in the engine, and when it is over: each in a transaction of its own, and again if that fails. */
@ApplicationScoped
class Incidents {
    private static final Logger LOG = Logger.getLogger(Incidents.class);
    private static final int AT_ONCE = 100;

    @Inject
    EngineIncidents incidents;

    @Inject
    Attention attention;

    @Inject
    Actors actors;

    void tell(@Observes FeedHeard heard) {
        QuarkusTransaction.requiringNew().call(() -> incidents.untold(AT_ONCE)).forEach(this::tell);
        if (!heard.endedInstances().isEmpty()) {
            attention.resolveEnded(heard.endedInstances());
        }
    }

    private void tell(Incident incident) {
        try {
            actors.as(Actor.system(incident.organisationId(), "Process engine"), () -> QuarkusTransaction.requiringNew()
                    .run(() -> {
                        if (incident.resolved()) {
                            attention.resolveIncident(incident);
                        } else {
                            attention.raiseForIncident(incident);
                        }
                        incidents.told(incident);
                    }));
        } catch (RuntimeException e) {
            LOG.warnf(e, "People could not be told of incident %d: tried again later", incident.key());
        }
    }
}
