package org.partnerflow.support.team;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.HoldsWork;
import org.partnerflow.identity.work.Leaver;
import org.partnerflow.identity.work.Work;

/** Who leaves is in no layer any more, and leads no team. */
@ApplicationScoped
class TeamsOfLeavers implements HoldsWork {
    @Inject
    Teams teams;

    @Inject
    TeamService service;

    @Override
    public List<Work> of(Leaver leaver) {
        var works = new ArrayList<Work>();
        if (leaver.gives(Duty.SIT_IN_LAYER)) {
            works.add(Work.without(
                    "layers",
                    teams.layersOf(leaver.userId()),
                    "seat in a layer of a team",
                    "seats in layers of teams",
                    "are given up"));
        }
        if (leaver.gives(Duty.LEAD_TEAM)) {
            works.add(Work.forSomebody(
                    "teams",
                    teams.count("leadUserId", leaver.userId()),
                    "team that they lead",
                    "teams that they lead",
                    "need another lead",
                    Duty.LEAD_TEAM,
                    true));
        }
        return works;
    }

    @Override
    public void handOver(Leaver leaver, @Nullable UUID successor) {
        boolean fromLayers = leaver.gives(Duty.SIT_IN_LAYER);
        boolean leads = leaver.gives(Duty.LEAD_TEAM);
        if (fromLayers || leads) {
            service.dismiss(leaver.userId(), fromLayers, leads ? successor : null);
        }
    }
}
