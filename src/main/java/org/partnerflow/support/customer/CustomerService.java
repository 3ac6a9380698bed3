package org.partnerflow.support.customer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.Invitations;
import org.partnerflow.identity.Organisations;
import org.partnerflow.identity.UserService;
import org.partnerflow.mail.Mails;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Texts;
import org.partnerflow.support.PartnerAssociations;

/** Customers: people with a log-in to the customer portal. */
@ApplicationScoped
public class CustomerService {
    private static final int LONGEST_NAME = 200;

    @Inject
    Customers customers;

    @Inject
    OrgUnitService units;

    @Inject
    PartnerAssociations partners;

    @Inject
    UserService users;

    @Inject
    Organisations organisations;

    @Inject
    Invitations invitations;

    @Inject
    Mails mails;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Transactional
    public Page<CustomerLine> list(@Nullable String text, @Nullable UUID unitId, @Nullable ListKey after, int limit) {
        var found = customers.page(text, unitId, after, limit + 1);
        return Page.of(
                found, limit, line -> new ListKey(line.name(), line.customer().id()).toString());
    }

    @Transactional
    public CustomerLine read(UUID id) {
        return customers.line(id).orElseThrow(() -> Problems.notFound("Customer"));
    }

    /** The customer that a user is, if they are one. */
    @Transactional
    public Optional<Customer> ofUser(UUID userId) {
        return customers.ofUser(userId);
    }

    /** Makes a customer, and mails them a link by which they accept. As {@link #create}. */
    @Transactional
    public CustomerLine invite(String email, String name, Customer.Facts facts) {
        var line = create(email, name, facts);
        if (!line.accepted()) {
            mail(line);
        }
        return line;
    }

    /** Mails another link to who has not accepted, or has left; the former one is useless from now on. */
    @Transactional
    public CustomerLine inviteAgain(UUID id) {
        var customer = customers.locked(id);
        if (customer.hasLeft()) {
            bringBack(customer);
        }
        var line = read(id);
        if (line.accepted()) {
            throw Problems.conflict("%s has accepted the invitation already.".formatted(line.name()));
        }
        mail(line);
        audit.record(AuditAction.CUSTOMER_INVITED_AGAIN, id, Map.of("email", line.email()));
        return line;
    }

    private void bringBack(Customer customer) {
        if (read(customer.id()).former() == null) {
            throw Problems.refused(
                    "The address of this customer was not kept. Enter them as a new customer, with the address.");
        }
        users.bringBack(customer.userId(), Set.of(Role.CUSTOMER));
        customer.comeBack();
        customers.flush();
    }

    private void mail(CustomerLine line) {
        var organisation = organisations.findById(actors.current().organisation());
        mails.sendWithSecretLink(
                "customer-invitation",
                line.customer().id(),
                line.email(),
                "Your access to the support of " + organisation.name(),
                Map.of("name", line.name(), "organisation", organisation.name()),
                invitations.invite(line.customer().userId()));
    }

    /** Makes a customer without telling them. Who has left, or has not accepted yet, is the one that they were. */
    @Transactional
    public CustomerLine create(String email, String name, Customer.Facts facts) {
        var address = EmailAddress.checked("email", email);
        var unit = units.read(facts.orgUnitId());
        partners.expectAccount(facts.partnerAccountId());
        var user = users.createMember(address, Texts.line("name", name, LONGEST_NAME), Set.of(Role.CUSTOMER));
        var known = customers.lockedOfUser(user.id());
        if (known.isPresent() && users.member(user.id()).accepted()) {
            throw Problems.conflict("%s is a customer already.".formatted(address));
        }
        var customer = known.orElseGet(() -> new Customer(user.id(), facts));
        customer.change(facts);
        customer.comeBack();
        customers.persist(customer);
        audit.record(
                known.isPresent() ? AuditAction.CUSTOMER_INVITED_AGAIN : AuditAction.CUSTOMER_CREATED,
                customer.id(),
                Map.of("userId", user.id(), "orgUnit", unit.name()));
        customers.flush();
        return read(customer.id());
    }

    @Transactional
    public CustomerLine change(UUID id, Customer.Facts facts, int version) {
        var customer = customers.locked(id);
        var before = customer.facts();
        customer.expectVersion(version, before, facts);
        units.read(facts.orgUnitId());
        partners.expectAccount(facts.partnerAccountId());
        customer.change(facts);
        customers.flush();
        audit.record(AuditAction.CUSTOMER_CHANGED, id, Differences.asDetails(before, facts));
        return read(id);
    }
}
