package org.partnerflow.shared;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.integrator.spi.Integrator;

/**
 * A look-up by id finds the records of the current organisation only, as queries do by the filter. The filter itself would have every
 * look-up planned anew.
 */
public class OwnRecordsOnly implements Integrator, LoadEventListener {
    private final CurrentOrganisation current = new CurrentOrganisation();

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        factory.getEventEngine().getListenerRegistry().appendListeners(EventType.LOAD, this);
    }

    @Override
    public void onLoad(LoadEvent event, LoadType type) {
        boolean isReference = type.isAllowProxyCreation();
        if (!isReference
                && event.getResult() instanceof OrganisationRecord found
                && !found.organisationId().equals(current.get())) {
            event.setResult(null);
        }
    }
}
