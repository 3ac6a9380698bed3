package org.partnerflow.embedded;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Role;
import org.partnerflow.support.customer.Customer;
import org.partnerflow.support.customer.CustomerService;
import org.partnerflow.support.customer.OrgUnit;
import org.partnerflow.support.customer.OrgUnitService;
import org.partnerflow.support.request.Priority;
import org.partnerflow.support.request.RequestService;
import org.partnerflow.support.request.Subject;
import org.partnerflow.support.team.EscalationLayer;
import org.partnerflow.support.team.Team;
import org.partnerflow.support.team.TeamService;

/** Two org units, one of them with a partner account; a team whose first layer is the partner's; and some requests. */
@ApplicationScoped
class DemoSupport implements DemoContent {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    @Inject
    PartnerUsers partners;

    @Inject
    OrgUnitService units;

    @Inject
    CustomerService customers;

    @Inject
    UserService users;

    @Inject
    TeamService teams;

    @Inject
    RequestService requests;

    @Inject
    WorkGate gate;

    @Inject
    Actors actors;

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void setUp(DemoOrganisation demo) {
        gate.pass();
        var partnerAccount = partners.ofUser(demo.partner())
                .map(PartnerUsers.Partner::accountId)
                .orElse(null);
        var shops = unit("Shops West", partnerAccount);
        unit("Head office", null);
        customers.create(DemoOrganisation.CUSTOMER_EMAIL, "Carlo Customer", new Customer.Facts(shops, null));

        var team = teams.create(new Team.Facts("Customer support", demo.admin()));
        var partnerLine = layer(team, "Partner line", 4 * HOUR, 2 * DAY);
        var technicians = layer(team, "Technicians", 8 * HOUR, 4 * DAY);
        if (partnerAccount != null) {
            teams.addMember(team.id(), partnerLine, demo.partner());
        }
        var second = users.createMember("timo@demo.example", "Timo Technician", Set.of(Role.TECHNICIAN));
        users.setPassword(second.id(), DemoOrganisation.PASSWORD);
        for (var technician : List.of(demo.technician(), second.id())) {
            teams.addMember(team.id(), technicians, technician);
        }
    }

    @Override
    public void play(DemoOrganisation demo) {
        var customer = new Actor(
                Actor.Kind.CUSTOMER,
                demo.customer(),
                demo.id(),
                "Carlo Customer",
                Permissions.of(Set.of(Role.CUSTOMER)),
                null);
        actors.as(customer, () -> {
            log("Card reader at till 3 does not answer", "It shows a red light. We restarted it twice.", Priority.HIGH);
            log("Quote for a maintenance contract", "For all five shops, from January.", Priority.LOW);
            log("Scanner forgets its settings", "Every morning it is back in its first state.", Priority.NORMAL);
        });
    }

    private UUID unit(String name, @Nullable UUID partnerAccount) {
        return units.create(new OrgUnit.Facts(name, partnerAccount)).id();
    }

    private UUID layer(Team team, String name, int responseMinutes, int resolutionMinutes) {
        return teams.addLayer(team.id(), new EscalationLayer.Facts(name, responseMinutes, resolutionMinutes))
                .id();
    }

    private void log(String title, String text, Priority priority) {
        QuarkusTransaction.requiringNew()
                .run(() -> requests.log(Subject.of(title, text, priority, null, null), null, null));
    }
}
