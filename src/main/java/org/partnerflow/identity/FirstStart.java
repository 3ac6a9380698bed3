package org.partnerflow.identity;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Role;

/** Makes the first organisation of an empty database and mails its admin a link to set a password. */
@ApplicationScoped
class FirstStart {
    /** Held until the transaction ends, so that of two nodes that start together one makes the organisation. */
    private static final String LOCK = "select count(*) from flyway_schema_history for update";

    @Inject
    IdentityConfig config;

    @Inject
    UserService users;

    @Inject
    Organisations organisations;

    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Transactional
    void begin(@Observes StartupEvent event) {
        config.firstStart().ifPresent(this::begin);
    }

    private void begin(IdentityConfig.FirstStart first) {
        entities.createNativeQuery(LOCK).getSingleResult();
        if (organisations.count() > 0) {
            return;
        }
        var organisation = users.createOrganisation(first.organisation(), null);
        var admin = actors.as(
                Actor.system(organisation.id(), "First start"),
                () -> users.inviteStaff(first.adminEmail(), first.adminEmail(), Set.of(Role.ADMIN)));
        users.setOwner(organisation.id(), admin.id());
    }
}
