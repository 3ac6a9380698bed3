package org.partnerflow.support.team;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.User;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.UserService.Member;
import org.partnerflow.identity.Users;
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
    Users allUsers;

    @Inject
    PartnerAssociations partners;

    @Transactional
    Page<TeamView> list(@Nullable String after, int limit) {
        return teams.list(after, limit).map(this::view);
    }

    @Transactional
    TeamView read(UUID id) {
        return view(teams.read(id));
    }

    /** Partner users and staff whose name or address contains the text, each with the reason why they cannot be a member. */
    @Transactional
    List<TeamView.TeamCandidate> candidates(@Nullable String text, int limit) {
        var found = users.members(EnumSet.complementOf(EnumSet.of(Role.CUSTOMER)), text, limit);
        var accounts = partners.accountsOfUsers(
                found.stream().map(member -> member.user().id()).collect(Collectors.toSet()));
        return found.stream()
                .map(member -> candidate(member, accounts.get(member.user().id())))
                .toList();
    }

    private static TeamView.TeamCandidate candidate(Member member, @Nullable AssociatedAccount account) {
        return new TeamView.TeamCandidate(
                member.id(),
                member.name(),
                member.email(),
                account,
                MemberRules.refusal(member, account).orElse(null));
    }

    private TeamView view(Team team) {
        var memberIds = team.layers().stream()
                .flatMap(layer -> layer.members().stream())
                .collect(Collectors.toSet());
        var people =
                allUsers
                        .list(
                                "id in ?1",
                                Stream.concat(memberIds.stream(), Stream.of(team.leadUserId()))
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(User::id, Function.identity()));
        var accounts = partners.accountsOfUsers(memberIds);
        var active = users.members(memberIds).stream()
                .filter(Member::active)
                .map(Member::id)
                .collect(Collectors.toSet());
        var lead = new TeamView.TeamLead(
                team.leadUserId(), people.get(team.leadUserId()).name());
        var layers = team.layers().stream()
                .map(layer -> view(layer, people, active, accounts))
                .toList();
        return new TeamView(team.id(), team.name(), lead, layers, team.version());
    }

    private static TeamView.TeamLayer view(
            EscalationLayer layer, Map<UUID, User> people, Set<UUID> active, Map<UUID, AssociatedAccount> accounts) {
        var members = layer.members().stream()
                .map(people::get)
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .map(user -> new TeamView.TeamMember(
                        user.id(), user.name(), active.contains(user.id()), accounts.get(user.id())))
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
}
