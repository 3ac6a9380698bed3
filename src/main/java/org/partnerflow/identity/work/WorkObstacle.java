package org.partnerflow.identity.work;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What another package knows that keeps members from working, beside their roles. */
public interface WorkObstacle {
    /** For each of the members who cannot do it, why not, in a sentence; the others are missing. */
    Map<UUID, String> of(Collection<CanWork.Person> people, Duty duty);
}
