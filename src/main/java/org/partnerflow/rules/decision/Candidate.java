package org.partnerflow.rules.decision;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.TextKey;
import org.partnerflow.rules.table.TypedRow;

/**
 * Somebody who may get it, with all that counts for or against them.
 *
 * @param partner the partner account that they belong to
 * @param missed how many offers of this lead they let run out
 */
public record Candidate(
        UUID id, String name, @Nullable Named partner, Set<Trait> traits, Workload workload, int missed) {

    public Candidate {
        traits = Set.copyOf(traits);
    }

    /** A candidate of the given traits; leave out what is not true. */
    public static Candidate of(UUID id, String name, @Nullable Named partner, Workload workload, Trait... traits) {
        var set = EnumSet.noneOf(Trait.class);
        set.addAll(Set.of(traits));
        return new Candidate(id, name, partner, set, workload, 0);
    }

    public Candidate with(Workload other) {
        return new Candidate(id, name, partner, traits, other, missed);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    public boolean isNamedBy(TypedRow row) {
        return row.names(id, name);
    }

    public boolean isUserOf(@Nullable Named organisation) {
        return is(Trait.PARTNER)
                && organisation != null
                && partner != null
                && partner.id().equals(organisation.id());
    }

    public boolean isPartnerFor(RequestFacts.Request request) {
        return isUserOf(request.customerPartner()) || isUserOf(request.unitPartner());
    }

    /** Grows with the time of the last assignment; who was never assigned anything comes first. */
    public long lastAssigned() {
        var at = workload.lastAssignedAt();
        return at == null
                ? Long.MIN_VALUE
                : Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    /** Sorts by name; the id only makes the order total. */
    public String byName() {
        return TextKey.of(name) + '\u0000' + id;
    }
}
