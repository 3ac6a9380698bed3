package org.partnerflow.support.team;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService;
import org.partnerflow.identity.UserService.Member;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.Leaving;
import org.partnerflow.identity.work.Work;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Role;
import org.partnerflow.support.PartnerAssociations;
import org.partnerflow.support.PartnerAssociations.AssociatedAccount;

/** Reads teams with the names of their people. */
@ApplicationScoped
class TeamViews {
    @Inject
    TeamService teams;

    @Inject
    UserService users;

    @Inject
    CanWork canWork;

    @Inject
    PartnerAssociations partners;

    /** Users and partner accounts by their ids, read once for all teams that are shown. */
    private record People(
            Map<UUID, CanWork.Person> members, Map<UUID, String> names, Map<UUID, AssociatedAccount> accounts) {}

    @Transactional
    Page<TeamView> list(@Nullable ListKey after, int limit) {
        var page = teams.list(after, limit);
        var people = people(page.items());
        return page.map(team -> view(team, people));
    }

    @Transactional
    TeamView read(UUID id) {
        var team = teams.read(id);
        return view(team, people(List.of(team)));
    }

    /** Partner users and staff whose name or address contains the text, each with the reason why they cannot be a member. */
    @Transactional
    List<TeamView.TeamCandidate> candidates(@Nullable String text, int limit) {
        var found = users.members(EnumSet.complementOf(EnumSet.of(Role.CUSTOMER)), text, limit);
        var accounts = partners.accountsOfUsers(
                found.stream().map(member -> member.id()).collect(Collectors.toSet()));
        var refusals =
                canWork.objections(found.stream().map(member -> member.id()).toList(), Duty.SIT_IN_LAYER);
        return found.stream()
                .map(member -> candidate(member, accounts.get(member.id()), refusals.get(member.id())))
                .toList();
    }

    /** What a member of a layer would leave behind there. */
    @Transactional
    Leaving.Preview work(UUID teamId, UUID layerId, UUID userId) {
        var layer = teams.read(teamId).layer(layerId);
        var requests = Work.without(
                "requests",
                teams.openRequests(layer.id(), userId),
                "open request",
                "open requests",
                "are assigned anew by the rules");
        return new Leaving.Preview(requests.count() == 0 ? List.of() : List.of(requests), List.of());
    }

    private static TeamView.TeamCandidate candidate(
            Member member, @Nullable AssociatedAccount account, @Nullable String refusal) {
        return new TeamView.TeamCandidate(member.id(), member.name(), member.email(), account, refusal);
    }

    private People people(List<Team> found) {
        var memberIds = found.stream()
                .flatMap(team -> team.layers().stream())
                .flatMap(layer -> layer.members().stream())
                .collect(Collectors.toSet());
        var all = Stream.concat(memberIds.stream(), found.stream().map(Team::leadUserId))
                .collect(Collectors.toSet());
        return new People(canWork.people(memberIds), users.names(all), partners.accountsOfUsers(memberIds));
    }

    private static TeamView view(Team team, People people) {
        var lead = new TeamView.TeamLead(team.leadUserId(), people.names().get(team.leadUserId()));
        var layers = team.layers().stream().map(layer -> view(layer, people)).toList();
        return new TeamView(team.id(), team.name(), lead, layers, team.version());
    }

    private static TeamView.TeamLayer view(EscalationLayer layer, People people) {
        var members = layer.members().stream()
                .map(id -> member(id, people))
                .sorted(Comparator.comparing(TeamView.TeamMember::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new TeamView.TeamLayer(
                layer.id(),
                layer.number(),
                layer.name(),
                layer.facts().responseMinutes(),
                layer.facts().resolutionMinutes(),
                members,
                layer.version());
    }

    private static TeamView.TeamMember member(UUID id, People people) {
        var member = people.members().get(id);
        return new TeamView.TeamMember(
                id,
                people.names().getOrDefault(id, "Somebody who has left"),
                member != null && member.active(),
                people.accounts().get(id));
    }
}
