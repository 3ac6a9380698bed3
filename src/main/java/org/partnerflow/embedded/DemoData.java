package org.partnerflow.embedded;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.Organisations;
import org.partnerflow.identity.User;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.Users;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Shutdown;

/**
 * Fills an empty database with an organisation to try the product on: on the local start only, and once. What was set up stands in
 * the audit trail, so that a start goes on where the last one was interrupted.
 */
@ApplicationScoped
class DemoData {
    private static final Logger LOG = Logger.getLogger(DemoData.class);
    private static final int LAST_LINES = 100;

    @Inject
    EmbeddedConfig config;

    @Inject
    Users users;

    @Inject
    UserService userService;

    @Inject
    Organisations organisations;

    @Inject
    @All
    List<DemoContent> contents;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Shutdown shutdown;

    void load(@Observes StartupEvent event) {
        if (config.demoData()) {
            Thread.ofVirtual().name("demo-data").start(this::load);
        }
    }

    private void load() {
        var demo = QuarkusTransaction.requiringNew().call(() -> users.findByEmail(DemoOrganisation.ADMIN_EMAIL)
                .map(this::people)
                .orElseGet(this::newPeople));
        actors.as(Actor.system(demo.id(), "Demo data"), () -> contents.stream()
                .sorted(Comparator.comparingInt(DemoContent::order))
                .takeWhile(content -> !shutdown.hasBegun())
                .forEach(content -> add(content, demo)));
        LOG.debug("The demo data is complete");
    }

    void add(DemoContent content, DemoOrganisation demo) {
        var name = content.getClass().getSimpleName().replace("_ClientProxy", "");
        try {
            if (QuarkusTransaction.requiringNew().call(() -> setUp(name, content, demo))) {
                content.play(demo);
            }
        } catch (RuntimeException e) {
            if (!shutdown.hasBegun()) {
                LOG.errorf(e, "Could not add the demo content of %s", name);
            }
        }
    }

    private boolean setUp(String name, DemoContent content, DemoOrganisation demo) {
        boolean known = audit.lines(demo.id(), null, LAST_LINES).items().stream()
                .anyMatch(line -> line.action().equals(AuditAction.DEMO_DATA_SET_UP.word())
                        && name.equals(line.details().get("content")));
        if (!known) {
            content.setUp(demo);
            audit.record(AuditAction.DEMO_DATA_SET_UP, demo.id(), Map.of("content", name));
        }
        return !known;
    }

    private DemoOrganisation people(User admin) {
        return new DemoOrganisation(
                organisations.find("ownerUserId", admin.id()).singleResult().id(),
                admin.id(),
                person("ops@demo.example"),
                person("broker@demo.example"),
                person("tech@demo.example"),
                person(DemoOrganisation.PARTNER_EMAIL),
                person(DemoOrganisation.CUSTOMER_EMAIL));
    }

    private UUID person(String email) {
        return users.findByEmail(email).orElseThrow().id();
    }

    private DemoOrganisation newPeople() {
        var organisation =
                userService.createOrganisation("Northwind Brokers", null).id();
        return actors.as(Actor.system(organisation, "Demo data"), () -> {
            var demo = new DemoOrganisation(
                    organisation,
                    person(DemoOrganisation.ADMIN_EMAIL, "Amelie Admin", Role.ADMIN),
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
