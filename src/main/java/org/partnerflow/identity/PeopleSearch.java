package org.partnerflow.identity;

import java.util.EnumSet;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.search.SearchSource;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.record.RecordType;

/** Finds the people of the house. */
@ApplicationScoped
class PeopleSearch implements SearchSource {
    @Inject
    UserService users;

    @Override
    public RecordType recordType() {
        return RecordType.USER;
    }

    @Override
    public String permission() {
        return Permissions.USER_VIEW;
    }

    @Override
    @Transactional
    public List<Found> find(String text, int limit) {
        var staff = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (role.kind() == Actor.Kind.STAFF) {
                staff.add(role);
            }
        }
        return users.members(staff, text, limit).stream()
                .map(member -> new Found(member.id(), member.name(), member.email()))
                .toList();
    }
}
