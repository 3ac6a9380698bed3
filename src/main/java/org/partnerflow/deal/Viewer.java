package org.partnerflow.deal;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;

/**
 * Who looks at deals: staff see those of the organisation, a partner user their own and the shared ones.
 *
 * @param partnerUserId null for staff
 */
record Viewer(@Nullable UUID partnerUserId) {
    static Viewer of(Actor actor) {
        return new Viewer(actor.isStaff() ? null : actor.user());
    }

    boolean isPartner() {
        return partnerUserId != null;
    }
}
