package org.partnerflow.support.customer;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.HoldsWork;
import org.partnerflow.identity.work.Leaver;
import org.partnerflow.identity.work.Work;
import org.partnerflow.shared.Role;

/** A customer who is removed is one who has left: the requests stay, and an invitation brings them back. */
@ApplicationScoped
class CustomersWhoLeave implements HoldsWork {
    @Inject
    Customers customers;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Override
    public List<Work> of(Leaver leaver) {
        return List.of();
    }

    @Override
    public void handOver(Leaver leaver, @Nullable UUID successor) {
        if (leaver.way() == Leaver.Way.REMOVED && !leaver.roles().contains(Role.CUSTOMER)) {
            customers.lockedOfUser(leaver.userId()).ifPresent(customer -> {
                customer.leave(clock.instant());
                audit.record(AuditAction.CUSTOMER_LEFT, customer.id(), Map.of("name", leaver.name()));
            });
        }
    }
}
