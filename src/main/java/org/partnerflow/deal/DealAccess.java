package org.partnerflow.deal;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Finds a deal for whoever asks: one that they may not see is not there (404). */
@ApplicationScoped
class DealAccess {
    @Inject
    Deals deals;

    @Inject
    Actors actors;

    Deal read(UUID id) {
        return visible(deals.findByIdOptional(id).orElseThrow(DealAccess::notFound));
    }

    /** As {@link #read}, locked until the transaction ends, so that two who change the same deal follow one another. */
    Deal lock(UUID id) {
        return visible(deals.lock(id).orElseThrow(DealAccess::notFound));
    }

    /** As {@link #lock}, for whom the deal is theirs to edit: staff, and the partner user whose deal it is. */
    Deal lockToEdit(UUID id) {
        var deal = lock(id);
        var viewer = viewer();
        if (viewer.isPartner() && !viewer.partnerUserId().equals(deal.partnerUserId())) {
            throw Problems.forbidden("Expected your own deal, but this one was only shared with you.");
        }
        return deal;
    }

    Viewer viewer() {
        return Viewer.of(actors.current());
    }

    private Deal visible(Deal deal) {
        var user = viewer().partnerUserId();
        if (user == null || user.equals(deal.partnerUserId()) || deals.isShared(deal.id(), user)) {
            return deal;
        }
        throw notFound();
    }

    static RuntimeException notFound() {
        return Problems.notFound("Deal");
    }
}
