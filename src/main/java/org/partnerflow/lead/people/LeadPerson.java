package org.partnerflow.lead.people;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.decision.Candidate;
import org.partnerflow.rules.decision.Named;
import org.partnerflow.rules.decision.Trait;
import org.partnerflow.rules.decision.Workload;

/**
 * A partner user as somebody who may get a lead.
 *
 * @param id of their log-in
 * @param traits what the assignment rules want to know of them, whatever the lead
 * @param obstacle why they cannot be given any lead at present, as a sentence; null if they can
 */
public record LeadPerson(
        UUID id,
        String name,
        String email,
        @Nullable Named partner,
        Set<Trait> traits,
        @Nullable String obstacle) {
    private static final Set<Trait> NEEDED = EnumSet.of(Trait.ACTIVE, Trait.PORTAL_MEMBER, Trait.LOGGED_IN);

    public LeadPerson {
        traits = Set.copyOf(traits);
    }

    static LeadPerson former(UUID id, String name) {
        return new LeadPerson(id, name, "", null, Set.of(), name + " is no partner user any more.");
    }

    public @Nullable String partnerName() {
        return partner == null ? null : partner.name();
    }

    /** Some lead could be offered to them now. */
    public boolean isPresent() {
        return traits.containsAll(NEEDED);
    }

    /**
     * As the rules see them.
     *
     * @param declined whether they declined the lead at hand
     * @param missed how many offers of it they let run out
     */
    public Candidate candidate(Workload workload, boolean declined, int missed) {
        var all = EnumSet.noneOf(Trait.class);
        all.addAll(traits);
        if (declined) {
            all.add(Trait.DECLINED);
        }
        return new Candidate(id, name, partner, all, workload, missed);
    }
}
