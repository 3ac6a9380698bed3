package org.partnerflow.deal;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What partners may see of that which was added to a deal, as it is shared now: asked wherever something tells of an addition, whenever
 * it was told.
 */
@ApplicationScoped
class DealAdditions {
    @Inject
    DealNotes notes;

    @Inject
    DealFiles files;

    Set<UUID> shared(UUID dealId) {
        var shared = new HashSet<UUID>();
        Stream.concat(notes.shared(dealId), files.shared(dealId)).forEach(shared::add);
        return shared;
    }
}
