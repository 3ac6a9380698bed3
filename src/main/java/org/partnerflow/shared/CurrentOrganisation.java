package org.partnerflow.shared;

import java.util.UUID;
import java.util.function.Supplier;

import io.quarkus.arc.Arc;

/** What the organisation filter compares with. Without an organisation it is an id that no row has, so nothing is seen. */
public class CurrentOrganisation implements Supplier<UUID> {
    private static final UUID NONE = new UUID(0, 0);

    @Override
    public UUID get() {
        var id = Arc.container().instance(Actors.class).get().current().organisationId();
        return id == null ? NONE : id;
    }
}
