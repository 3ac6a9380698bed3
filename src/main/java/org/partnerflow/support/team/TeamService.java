package org.partnerflow.support.team;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;

/** Teams, their layers and members. */
@ApplicationScoped
public class TeamService {
    @Inject
    Teams teams;

    @Inject
    UserService users;

    @Inject
    CanWork canWork;

    @Inject
    Event<LayerMemberLeft> memberLeft;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    /** Somebody was taken out of a layer; observed in the same transaction. */
    public record LayerMemberLeft(UUID layerId, UUID userId) {}

    @Transactional
    public Page<Team> list(@Nullable ListKey after, int limit) {
        return Page.of(teams.page(after, limit + 1), limit, team -> new ListKey(team.name(), team.id()).toString());
    }

    @Transactional
    public Team read(UUID id) {
        return teams.require(id);
    }

    @Transactional
    public Team create(Team.Facts facts) {
        canWork.expect("leadUserId", facts.leadUserId(), Duty.LEAD_TEAM);
        var team = new Team(facts);
        expectUnusedName(team.name(), team.id());
        teams.persist(team);
        audit.record(AuditAction.TEAM_CREATED, team.id(), Map.of("name", team.name()));
        return team;
    }

    @Transactional
    public Team change(UUID id, Team.Facts facts, int version) {
        gate.pass();
        var team = teams.locked(id);
        var before = team.facts();
        team.expectVersion(version, before, facts);
        canWork.expect("leadUserId", facts.leadUserId(), Duty.LEAD_TEAM);
        expectUnusedName(facts.name(), id);
        team.change(facts);
        teams.flush();
        audit.record(AuditAction.TEAM_CHANGED, id, Differences.asDetails(before, facts));
        return team;
    }

    @Transactional
    public EscalationLayer addLayer(UUID teamId, EscalationLayer.Facts facts) {
        var layer = teams.locked(teamId).addLayer(facts);
        teams.flush();
        audit.record(AuditAction.TEAM_LAYER_ADDED, teamId, Map.of("layer", layer.name(), "number", layer.number()));
        return layer;
    }

    @Transactional
    public EscalationLayer changeLayer(UUID teamId, UUID layerId, EscalationLayer.Facts facts, int version) {
        var layer = teams.locked(teamId).layer(layerId);
        var before = layer.facts();
        layer.expectVersion(version, before, facts);
        layer.change(facts);
        teams.flush();
        audit.record(AuditAction.TEAM_LAYER_CHANGED, teamId, Differences.asDetails(before, facts));
        return layer;
    }

    @Transactional
    public void removeLayer(UUID teamId, UUID layerId) {
        var team = teams.locked(teamId);
        var layer = team.layer(layerId);
        long open = teams.openRequestsIn(layerId);
        if (open > 0) {
            throw Problems.refused(
                    "Layer %s has %d open requests. Resolve or escalate them first.".formatted(layer.name(), open),
                    Map.of("openRequests", open));
        }
        team.removeLayer(layer);
        teams.flush();
        audit.record(AuditAction.TEAM_LAYER_REMOVED, teamId, Map.of("layer", layer.name()));
    }

    @Transactional
    public void orderLayers(UUID teamId, List<UUID> layerIds) {
        var team = teams.locked(teamId);
        team.reorder(layerIds);
        teams.flush();
        var names = team.layers().stream().map(EscalationLayer::name).toList();
        audit.record(AuditAction.TEAM_LAYERS_ORDERED, teamId, Map.of("layers", names));
    }

    /** Puts a user in a layer, if they may be there; once is enough. */
    @Transactional
    public void addMember(UUID teamId, UUID layerId, UUID userId) {
        gate.pass();
        var layer = teams.locked(teamId).layer(layerId);
        var name = users.member(userId).name();
        canWork.refuseUnlessAble(userId, Duty.SIT_IN_LAYER);
        if (layer.admit(userId)) {
            audit.record(
                    AuditAction.TEAM_MEMBER_ADDED,
                    teamId,
                    Map.of("layer", layer.name(), "userId", userId, "name", name));
        }
    }

    /** Takes a user out of a layer; what they have there goes to others. */
    @Transactional
    public void removeMember(UUID teamId, UUID layerId, UUID userId) {
        gate.pass();
        var layer = teams.locked(teamId).layer(layerId);
        if (layer.dismiss(userId)) {
            teams.flush();
            audit.record(
                    AuditAction.TEAM_MEMBER_REMOVED,
                    teamId,
                    Map.of("layer", layer.name(), "userId", userId, "name", nameOf(userId)));
            memberLeft.fire(new LayerMemberLeft(layerId, userId));
        }
    }

    /** How many open requests somebody has in a layer. */
    @Transactional
    long openRequests(UUID layerId, UUID userId) {
        return teams.openRequestsIn(layerId, userId);
    }

    /** Takes somebody who leaves out of all layers; another one leads the teams that they have led. */
    @Transactional
    void dismiss(UUID userId, boolean fromLayers, @Nullable UUID nextLead) {
        for (var teamId : teams.withMemberOrLead(userId)) {
            var team = teams.locked(teamId);
            if (fromLayers) {
                team.layers().stream()
                        .filter(layer -> layer.dismiss(userId))
                        .forEach(layer -> audit.record(
                                AuditAction.TEAM_MEMBER_REMOVED,
                                teamId,
                                Map.of("layer", layer.name(), "userId", userId, "name", nameOf(userId))));
            }
            if (nextLead != null && team.leadUserId().equals(userId)) {
                var before = team.facts();
                team.change(new Team.Facts(team.name(), nextLead));
                audit.record(AuditAction.TEAM_CHANGED, teamId, Differences.asDetails(before, team.facts()));
            }
        }
    }

    private String nameOf(UUID userId) {
        return users.names(Set.of(userId)).getOrDefault(userId, "");
    }

    private void expectUnusedName(String name, UUID id) {
        teams.named(name).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw Problems.conflict("There is a team with the name %s already.".formatted(other.name()));
        });
    }
}
