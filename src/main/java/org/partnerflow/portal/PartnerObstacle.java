package org.partnerflow.portal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.WorkObstacle;
import org.partnerflow.shared.Role;

/** Who works as a partner user must be one, and must have accepted the invitation. */
@ApplicationScoped
class PartnerObstacle implements WorkObstacle {
    @Inject
    PartnerUserRecords records;

    @Inject
    PortalSettingsService settings;

    @Override
    public Map<UUID, String> of(Collection<CanWork.Person> people, Duty duty) {
        var asPartners =
                people.stream().filter(person -> onlyAsPartner(person, duty)).toList();
        var objections = new HashMap<UUID, String>();
        if (asPartners.isEmpty()) {
            return objections;
        }
        boolean closed = duty == Duty.TAKE_LEADS && !settings.current().portalEnabled();
        var present = records
                .present(asPartners.stream().map(CanWork.Person::id).toList())
                .stream()
                .collect(Collectors.toMap(PartnerUser::userId, Function.identity()));
        for (var person : asPartners) {
            objection(person, present.get(person.id()), closed).ifPresent(why -> objections.put(person.id(), why));
        }
        return objections;
    }

    private static boolean onlyAsPartner(CanWork.Person person, Duty duty) {
        var others = new HashSet<>(person.roles());
        others.remove(Role.PARTNER);
        return !duty.fits(others);
    }

    private static Optional<String> objection(CanWork.Person person, @Nullable PartnerUser partner, boolean closed) {
        if (partner == null) {
            return Optional.of(
                    "%s has the partner role, but is not associated with a partner account. Associate them with one first; then they can be put in a team."
                            .formatted(person.name()));
        }
        if (closed) {
            return Optional.of("The partner portal is not enabled.");
        }
        return person.accepted() ? Optional.empty() : partner.unanswered();
    }
}
