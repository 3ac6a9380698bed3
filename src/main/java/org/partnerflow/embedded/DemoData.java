package org.partnerflow.embedded;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import org.partnerflow.identity.UserService;
import org.partnerflow.identity.Users;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Role;

/** Fills an empty database with an organisation to try the product on: on the local start only, and once. */
@ApplicationScoped
class DemoData {
    private static final Logger LOG = Logger.getLogger(DemoData.class);

    @Inject
    EmbeddedConfig config;

    @Inject
    Users users;

    @Inject
    UserService userService;

    @Inject
    @All
    List<DemoContent> contents;

    @Inject
    Actors actors;

    void load(@Observes StartupEvent event) {
        if (config.demoData() && !isLoaded()) {
            Thread.ofVirtual().name("demo-data").start(this::load);
        }
    }

    private boolean isLoaded() {
        return QuarkusTransaction.requiringNew()
                .call(() -> users.findByEmail("admin@demo.example").isPresent());
    }

    private void load() {
        var demo = QuarkusTransaction.requiringNew().call(this::people);
        contents.stream()
                .sorted(Comparator.comparingInt(DemoContent::order))
                .forEach(content -> actors.as(Actor.system(demo.id(), "Demo data"), () -> {
                    try {
                        content.add(demo);
                    } catch (RuntimeException e) {
                        LOG.errorf(
                                e,
                                "Could not add the demo content of %s",
                                content.getClass().getSimpleName());
                    }
                }));
        LOG.info("The demo data is complete");
    }

    private DemoOrganisation people() {
        var organisation =
                userService.createOrganisation("Northwind Brokers", null).id();
        return actors.as(Actor.system(organisation, "Demo data"), () -> {
            var demo = new DemoOrganisation(
                    organisation,
                    person("admin@demo.example", "Amelie Admin", Role.ADMIN),
                    person("ops@demo.example", "Omar Ops", Role.OPS_MANAGER),
                    person("broker@demo.example", "Bea Broker", Role.BROKER),
                    person("tech@demo.example", "Tara Technician", Role.TECHNICIAN),
                    person(DemoOrganisation.PARTNER_EMAIL, "Pia Partner", Role.PARTNER),
                    person(DemoOrganisation.CUSTOMER_EMAIL, "Carlo Customer", Role.CUSTOMER));
            userService.setOwner(organisation, demo.admin());
            return demo;
        });
    }

    private UUID person(String email, String name, Role role) {
        var id = userService.createMember(email, name, Set.of(role)).id();
        userService.setPassword(id, DemoOrganisation.PASSWORD);
        return id;
    }
}
