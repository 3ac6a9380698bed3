package org.partnerflow.deal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.Processes;
import org.partnerflow.identity.Users;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Page;

/** Reads a deal with all that its page shows. */
@ApplicationScoped
public class DealReader {
    @Inject
    DealAccess access;

    @Inject
    Deals deals;

    @Inject
    DealContacts contacts;

    @Inject
    StageVisits visits;

    @Inject
    Workflows workflows;

    @Inject
    DealVersions versions;

    @Inject
    DealWaits waits;

    @Inject
    DealParties parties;

    @Inject
    Users users;

    @Inject
    Processes processes;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    @Transactional
    public DealView view(UUID id) {
        return view(access.read(id), contacts.ofDeal(id), visits.ofDeal(id));
    }

    /**
     * As {@link #view(UUID)}, of what is known already.
     *
     * @param people in the order in which they were added
     * @param visited in the order of arrival
     */
    DealView view(Deal deal, List<DealContact> people, List<StageVisit> visited) {
        var viewer = access.viewer();
        var version = versions.of(deal.workflowVersionId());
        var workflow = workflows.workflow(deal.workflowId());
        return new DealView(
                deal.id(),
                deal.edition(),
                deal.name(),
                deal.value(),
                deal.state(),
                new DealView.Workflow(
                        workflow.id(),
                        workflow.name(),
                        version.id(),
                        version.number(),
                        workflow.current().number(),
                        deal.migratingToId() == null
                                ? null
                                : versions.of(deal.migratingToId()).number()),
                new BoardView.Named(
                        deal.ownerUserId(), users.findById(deal.ownerUserId()).name()),
                partner(deal),
                place(deal, version),
                ProgressLine.of(version.stages(), visited, deal.column(), deal.isOpen()),
                people.stream().map(DealView.Contact::from).toList(),
                deal.createdAt(),
                deal.closedAt(),
                !viewer.isPartner() || viewer.partnerUserId().equals(deal.partnerUserId()),
                viewer.isPartner() ? null : deal.problem());
    }

    @Transactional
    public Page<DealResource.DealLine> list(Deals.Filter filter, @Nullable UUID before, int limit) {
        var page = Page.of(deals.list(filter, access.viewer(), before, limit + 1), limit, card -> card.id()
                .toString());
        var accountNames = parties.accountNames(page.items());
        return page.map(card -> line(card, accountNames));
    }

    /** Those of which a contact has this name, address or phone number, newest first. */
    List<DealResource.DealLine> withContact(String text, int limit) {
        var cards = deals.withContact(text, access.viewer(), limit);
        var accountNames = parties.accountNames(cards);
        return cards.stream().map(card -> line(card, accountNames)).toList();
    }

    private DealResource.DealLine line(DealCard card, Map<UUID, String> accountNames) {
        var version = versions.of(card.versionId());
        return new DealResource.DealLine(
                card.id(),
                card.name(),
                card.value(),
                card.state(),
                card.workflowId(),
                card.column(),
                version.columnName(card.column()),
                card.columnSince(),
                card.dueAt(),
                card.isMoving(),
                version.number(),
                new BoardView.Named(card.ownerId(), card.ownerName()),
                card.partner(accountNames),
                card.createdAt());
    }

    private BoardView.@Nullable Partner partner(Deal deal) {
        var user = deal.partnerUserId();
        var account = deal.partnerAccountId();
        if (user == null && account == null) {
            return null;
        }
        return new BoardView.Partner(
                user,
                user == null ? null : users.findById(user).name(),
                account,
                account == null ? null : parties.accountName(account));
    }

    private DealView.Place place(Deal deal, DealVersions.Version version) {
        boolean choosesAnew = deal.isOpen() && deal.isWaiting();
        var movableFrom = deal.migratingToId() != null
                ? null
                : deal.visit() != null
                        ? deal.column()
                        : choosesAnew ? deal.passage().leftElementId() : null;
        return new DealView.Place(
                deal.column(),
                version.columnName(deal.column()),
                deal.columnSince(),
                deal.dueAt(),
                choosesAnew ? deal.passage().leftVisitId() : deal.visitId(),
                Optional.ofNullable(movableFrom)
                        .flatMap(version::find)
                        .map(stage -> Position.of(stage, actors.current().kind(), deal.partnerUserId() != null))
                        .orElse(null),
                deal.isMoving(),
                deal.isWaiting(),
                waits.of(deal)
                        .map(wait -> new DealView.Wait(wait.place().name(), wait.until()))
                        .orElse(null),
                deal.isLateAt(clock.instant()) && processes.isQueued(deal.id()),
                deal.isStuckAt(clock.instant()));
    }
}
