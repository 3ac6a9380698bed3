package org.partnerflow.support.request;

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
import org.partnerflow.support.team.TeamService.LayerMemberLeft;

/** Open requests of those who leave, or leave their layer, are assigned anew. */
@ApplicationScoped
class RequestsOfLeavers implements HoldsWork {
    private static final String OPEN = "assigneeId = ?1 and state <> ?2";

    @Inject
    SupportRequests requests;

    @Inject
    RequestHandOver handOver;

    @Override
    public List<Work> of(Leaver leaver) {
        return leaver.gives(Duty.WORK_ON_REQUESTS)
                ? List.of(Work.without(
                        "requests",
                        requests.count(OPEN, leaver.userId(), RequestState.RESOLVED),
                        "open request",
                        "open requests",
                        "are assigned anew by the rules"))
                : List.of();
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
