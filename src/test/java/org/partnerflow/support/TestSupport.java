package org.partnerflow.support;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.Users;
import org.partnerflow.partner.AccountForm;
import org.partnerflow.partner.ContactForm;
import org.partnerflow.partner.ContactService;
import org.partnerflow.partner.PartnerAccountService;
import org.partnerflow.partner.PartnerAccounts;
import org.partnerflow.portal.PartnerUserService;
import org.partnerflow.shared.Role;
import org.partnerflow.support.customer.Customer;
import org.partnerflow.support.customer.CustomerService;
import org.partnerflow.support.customer.OrgUnit;
import org.partnerflow.support.customer.OrgUnitService;
import org.partnerflow.support.team.EscalationLayer;
import org.partnerflow.support.team.Team;
import org.partnerflow.support.team.TeamService;

/** A new organisation, and what a support needs, made through the product's own services. */
public record TestSupport(TestOrganisation organisation) {

    public TestSupport() {
        this(Given.organisation());
    }

    /** A customer with a log-in. */
    public record TestCustomer(UUID id, TestUser user) {}

    public UUID account(String name) {
        var broker = organisation.user(Role.BROKER).actor();
        return organisation.as(
                broker, () -> Given.bean(PartnerAccountService.class).create(AccountForm.named(name), Set.of()));
    }

    public UUID unit(UUID accountId) {
        var facts = new OrgUnit.Facts("Unit " + Given.unique(), accountId);
        return organisation.as(
                () -> Given.bean(OrgUnitService.class).create(facts).id());
    }

    public TestCustomer customer(UUID unitId, UUID accountId) {
        var user = organisation.newUser(Role.CUSTOMER);
        var facts = new Customer.Facts(unitId, accountId);
        var line = organisation.as(() -> Given.bean(CustomerService.class).create(user.email(), user.name(), facts));
        return new TestCustomer(line.customer().id(), user);
    }

    /** A customer of a new org unit without any association. */
    public TestCustomer customer() {
        return customer(unit(null), null);
    }

    /** A team led by an admin. */
    public UUID team() {
        var facts = new Team.Facts(
                "Team " + Given.unique(), organisation.user(Role.ADMIN).id());
        return organisation.as(() -> Given.bean(TeamService.class).create(facts).id());
    }

    /** Adds a layer with an hour to respond and a day to resolve. */
    public UUID layer(UUID teamId, TestUser... members) {
        return organisation.as(() -> {
            var teams = Given.bean(TeamService.class);
            var facts = new EscalationLayer.Facts("Layer " + Given.unique(), 60, 24 * 60);
            var layer = teams.addLayer(teamId, facts).id();
            for (var member : members) {
                teams.addMember(teamId, layer, member.id());
            }
            return layer;
        });
    }

    /** A partner user of the account, with a log-in. */
    public TestUser partnerUser(UUID accountId) {
        var broker = organisation.user(Role.BROKER);
        var name = "Partner " + Given.unique();
        var email = Given.unique() + "@partner.example";
        return organisation.as(broker.actor(), () -> {
            if (!Given.bean(PartnerAccounts.class).require(accountId).partner()) {
                Given.bean(PartnerAccountService.class).enableAsPartner(accountId);
            }
            var contact = Given.bean(ContactService.class)
                    .create(ContactForm.of(accountId, "Partner", name.substring(8), email, null), Set.of());
            Given.bean(PartnerUserService.class).enable(contact, List.of(broker.id()));
            var user = Given.bean(Users.class).findByEmail(email).orElseThrow();
            Given.bean(UserService.class).setPassword(user.id(), Given.PASSWORD);
            return new TestUser(user.id(), user.name(), email, organisation, Set.of(Role.PARTNER));
        });
    }

    public TestUser technician() {
        return organisation.newUser(Role.TECHNICIAN);
    }
}
