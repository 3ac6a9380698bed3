package org.partnerflow.support.request;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.HoldsWork;
import org.partnerflow.identity.work.Leaver;
import org.partnerflow.identity.work.Work;
import org.partnerflow.shared.Role;
import org.partnerflow.support.customer.CustomerService;
import org.partnerflow.support.team.TeamService.LayerMemberLeft;

/** Open requests of those who leave, or leave their layer, are assigned anew. */
@ApplicationScoped
class RequestsOfLeavers implements HoldsWork {
    private static final String OPEN = "assigneeId = ?1 and state <> ?2";

    private static final String OF_CUSTOMER = "customerId = ?1 and state <> ?2";

    @Inject
    CustomerService customers;

    @Inject
    SupportRequests requests;

    @Inject
    RequestHandOver handOver;

    @Override
    public List<Work> of(Leaver leaver) {
        var found = new ArrayList<Work>();
        if (leaver.gives(Duty.WORK_ON_REQUESTS)) {
            found.add(Work.without(
                    "requests",
                    requests.count(OPEN, leaver.userId(), RequestState.RESOLVED),
                    "open request",
                    "open requests",
                    "are assigned anew by the rules"));
        }
        if (!leaver.roles().contains(Role.CUSTOMER)) {
            found.add(Work.without(
                    "own-requests",
                    customers
                            .ofUser(leaver.userId())
                            .map(customer -> requests.count(OF_CUSTOMER, customer.id(), RequestState.RESOLVED))
                            .orElse(0L),
                    "open request of their own",
                    "open requests of their own",
                    "stay open, and answers do not reach them"));
        }
        return found;
    }

    @Override
    public void handOver(Leaver leaver, @Nullable UUID successor) {
        if (leaver.gives(Duty.WORK_ON_REQUESTS)) {
            takeBack(OPEN, leaver.userId(), RequestState.RESOLVED);
        }
    }

    @Transactional
    void assignAnew(@Observes LayerMemberLeft event) {
        takeBack(OPEN + " and layerId = ?3", event.userId(), RequestState.RESOLVED, event.layerId());
    }

    private void takeBack(String which, Object... parameters) {
        requests.find(which + " order by id", parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(handOver::takeBack);
    }
}
