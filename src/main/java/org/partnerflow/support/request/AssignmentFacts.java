package org.partnerflow.support.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.work.CanWork;
import org.partnerflow.rules.decision.Candidate;
import org.partnerflow.rules.decision.Named;
import org.partnerflow.rules.decision.RequestFacts;
import org.partnerflow.rules.decision.Trait;
import org.partnerflow.rules.decision.Workload;
import org.partnerflow.shared.Role;
import org.partnerflow.support.PartnerAssociations;
import org.partnerflow.support.PartnerAssociations.AssociatedAccount;
import org.partnerflow.support.customer.CustomerService;
import org.partnerflow.support.team.EscalationLayer;
import org.partnerflow.support.team.Team;

/** Gathers what the assignment rules may know about a request and the members of a layer. */
@ApplicationScoped
class AssignmentFacts {
    @Inject
    CustomerService customers;

    @Inject
    CanWork canWork;

    @Inject
    PartnerAssociations partners;

    @Inject
    RequestHistory history;

    RequestFacts of(SupportRequest request, Team team, EscalationLayer layer) {
        boolean last = team.layerAfter(layer.id()).isEmpty();
        var loads = history.loads(layer.members());
        var accounts = partners.accountsOfUsers(layer.members());
        var candidates = canWork.people(layer.members()).values().stream()
                .map(person -> candidate(person, accounts, loads))
                .toList();
        return new RequestFacts(
                asked(request, team), new RequestFacts.Layer(layer.id(), layer.name(), last), candidates);
    }

    private RequestFacts.Request asked(SupportRequest request, Team team) {
        var line = customers.read(request.customerId());
        var own = line.customer().partnerAccountId();
        var units = line.unit().partnerAccountId();
        var accounts = partners.accounts(Arrays.asList(own, units).stream());
        var subject = request.subject();
        return new RequestFacts.Request(
                request.id(),
                "%s: %s".formatted(request.name(), subject.title()),
                team.name(),
                subject.priority().name(),
                subject.product(),
                subject.category(),
                named(accounts.get(own)),
                named(accounts.get(units)));
    }

    private static Candidate candidate(
            CanWork.Person person, Map<UUID, AssociatedAccount> accounts, Map<UUID, RequestHistory.Load> loads) {
        var load = loads.getOrDefault(person.id(), RequestHistory.Load.NONE);
        var account = accounts.get(person.id());
        var traits = EnumSet.noneOf(Trait.class);
        if (person.active()) {
            traits.add(Trait.ACTIVE);
        }
        if (person.accepted()) {
            traits.add(Trait.LOGGED_IN);
        }
        if (person.roles().contains(Role.PARTNER)) {
            traits.add(Trait.PARTNER);
        }
        if (person.roles().contains(Role.TECHNICIAN)) {
            traits.add(Trait.TECHNICIAN);
        }
        return new Candidate(
                person.id(),
                person.name(),
                named(account),
                traits,
                new Workload(load.open(), load.lastAssignedAt()),
                0);
    }

    private static @Nullable Named named(@Nullable AssociatedAccount account) {
        return account == null ? null : new Named(account.id(), account.name());
    }
}
