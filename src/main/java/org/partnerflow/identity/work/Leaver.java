package org.partnerflow.identity.work;

import java.util.Set;
import java.util.UUID;

import org.partnerflow.shared.Role;

/**
 * Somebody who can do less in the current organisation from now on.
 *
 * @param roles those that still count; none when they leave altogether
 */
public record Leaver(UUID userId, String name, Way way, Set<Role> roles) {
    public enum Way {
        DISABLED,
        ROLES_TAKEN,
        REMOVED
    }

    public Leaver {
        roles = Set.copyOf(roles);
    }

    public boolean gives(Duty duty) {
        return !duty.fits(roles);
    }
}
