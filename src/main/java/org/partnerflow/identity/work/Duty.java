package org.partnerflow.identity.work;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Role;

/** What work can be given to people for, and which roles are able to do it. */
public enum Duty {
    OWN_ACCOUNTS("own partner accounts", Permissions.PARTNER_EDIT, Duty::isStaff),
    OWN_DEALS("own deals", Permissions.DEAL_EDIT, Duty::isStaff),
    /** As the partner whose deal it is. */
    HAVE_DEALS("have deals", Permissions.DEAL_EDIT, role -> role == Role.PARTNER),
    TAKE_LEADS("take leads", Permissions.LEAD_TAKE, role -> role == Role.PARTNER),
    WORK_ON_REQUESTS("work on requests", Permissions.REQUEST_WORK, role -> true),
    SIT_IN_LAYER(
            "be in a layer of a team",
            Permissions.REQUEST_WORK,
            role -> role == Role.PARTNER || role == Role.TECHNICIAN),
    LEAD_TEAM("lead a team", Permissions.REQUEST_WORK, Duty::isStaff);

    private final String words;
    private final List<Role> roles;

    Duty(String words, String permission, Predicate<Role> fits) {
        this.words = words;
        this.roles = Arrays.stream(Role.values())
                .filter(fits)
                .filter(role -> Permissions.of(Set.of(role)).contains(permission))
                .toList();
    }

    /** Why somebody without a fitting role cannot do it, with a place for the name. */
    String missing() {
        var names = roles.stream().map(Duty::article).toList();
        return "%s is "
                + (names.size() == 1
                        ? "not " + names.getFirst()
                        : "neither "
                                + String.join(", ", names.subList(0, names.size() - 1))
                                + " nor "
                                + names.getLast())
                + ", and so cannot " + words + ".";
    }

    private static String article(Role role) {
        return switch (role) {
            case ADMIN -> "an administrator";
            case OPS_MANAGER -> "an ops manager";
            case BROKER -> "a broker";
            case TECHNICIAN -> "a technician";
            case PARTNER -> "a partner user";
            case CUSTOMER -> "a customer";
        };
    }

    /** What somebody does who has it: "own deals". */
    public String words() {
        return words;
    }

    public boolean fits(Collection<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    private static boolean isStaff(Role role) {
        return role.kind() == Actor.Kind.STAFF;
    }
}
