package org.partnerflow.rules.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Builds lead facts for tests. */
public final class Leads {
    public static final Named CONTOSO = new Named(UUID.randomUUID(), "Contoso");
    public static final Named FABRIKAM = new Named(UUID.randomUUID(), "Fabrikam");

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private @Nullable String region;
    private @Nullable String industry;
    private @Nullable String source;
    private @Nullable BigDecimal value;

    public static Leads aLead() {
        return new Leads();
    }

    public Leads in(String newRegion) {
        region = newRegion;
        return this;
    }

    public Leads of(String newIndustry) {
        industry = newIndustry;
        return this;
    }

    public Leads from(String newSource) {
        source = newSource;
        return this;
    }

    public Leads worth(String newValue) {
        value = new BigDecimal(newValue);
        return this;
    }

    public Leads with(Candidate... more) {
        candidates.addAll(Arrays.asList(more));
        return this;
    }

    public Leads with(Queue... more) {
        queues.addAll(Arrays.asList(more));
        return this;
    }

    public Leads with(Group... more) {
        groups.addAll(Arrays.asList(more));
        return this;
    }

    public LeadFacts facts() {
        var lead = new LeadFacts.Lead(UUID.randomUUID(), "A lead", region, industry, null, source, value, null);
        return new LeadFacts(lead, candidates, queues, groups);
    }

    /** A partner user who can take leads, of Contoso, idle. */
    public static Candidate partnerUser(String name) {
        return partnerUser(name, 0, null);
    }

    public static Candidate partnerUser(String name, int open, @Nullable String lastAssigned) {
        var workload = new Workload(open, lastAssigned == null ? null : Instant.parse(lastAssigned));
        return Candidate.of(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                CONTOSO,
                workload,
                Trait.PARTNER,
                Trait.ACTIVE,
                Trait.PORTAL_MEMBER,
                Trait.LOGGED_IN);
    }

    public static Candidate but(Candidate candidate, Trait trait) {
        Set<Trait> traits = EnumSet.copyOf(candidate.traits());
        if (!traits.remove(trait)) {
            traits.add(trait);
        }
        return new Candidate(
                candidate.id(),
                candidate.name(),
                candidate.partner(),
                traits,
                candidate.workload(),
                candidate.missed());
    }

    public static Candidate missing(Candidate candidate, int offers) {
        return new Candidate(
                candidate.id(),
                candidate.name(),
                candidate.partner(),
                candidate.traits(),
                candidate.workload(),
                offers);
    }

    public static Candidate of(Candidate candidate, Named partner) {
        return new Candidate(
                candidate.id(),
                candidate.name(),
                partner,
                candidate.traits(),
                candidate.workload(),
                candidate.missed());
    }

    public static Queue queue(String name) {
        return new Queue(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), name);
    }
}
