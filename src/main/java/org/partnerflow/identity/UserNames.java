package org.partnerflow.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.audit.RecordNames;

/** The trail names people. */
@ApplicationScoped
class UserNames implements RecordNames {
    @Inject
    UserService users;

    @Override
    public Map<UUID, String> of(Set<UUID> ids) {
        return users.names(ids);
    }
}
