package org.partnerflow.lead.people;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.identity.UserService;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.portal.PartnerUsers.Eligibility;
import org.partnerflow.rules.decision.Named;
import org.partnerflow.rules.decision.Trait;
import org.partnerflow.shared.Problems;

/** Knows the partner users of the organisation, those too who cannot take a lead at present. */
@ApplicationScoped
public class LeadPeople {
    @Inject
    PartnerUsers partnerUsers;

    @Inject
    UserService users;

    /** All of them by name. */
    public List<LeadPerson> all() {
        return partnerUsers.eligibility().stream().map(LeadPeople::person).toList();
    }

    /** Those with the given ids; who is no partner user any more is still known by name, but has no traits. */
    public Map<UUID, LeadPerson> byIds(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var people = new HashMap<UUID, LeadPerson>();
        users.names(ids).forEach((id, name) -> people.put(id, LeadPerson.former(id, name)));
        partnerUsers
                .eligibility(ids)
                .forEach(found -> people.put(found.partner().userId(), person(found)));
        return people;
    }

    public LeadPerson byId(UUID id) {
        var person = byIds(Set.of(id)).get(id);
        if (person == null) {
            throw Problems.notFound("Partner user");
        }
        return person;
    }

    private static LeadPerson person(Eligibility eligibility) {
        var partner = eligibility.partner();
        var traits = EnumSet.of(Trait.PARTNER);
        if (eligibility.active()) {
            traits.add(Trait.ACTIVE);
        }
        if (eligibility.portalMember()) {
            traits.add(Trait.PORTAL_MEMBER);
        }
        if (eligibility.loggedIn()) {
            traits.add(Trait.LOGGED_IN);
        }
        return new LeadPerson(
                partner.userId(),
                partner.name(),
                partner.email(),
                new Named(partner.accountId(), partner.accountName()),
                traits,
                eligibility.reason().orElse(null));
    }
}
