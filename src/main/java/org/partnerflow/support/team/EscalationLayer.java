package org.partnerflow.support.team;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.BatchSize;

import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** One layer of a team: who may get a request there, and how long they may take. */
@Entity
@Table(name = "escalation_layer")
public class EscalationLayer extends OrganisationRecord {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_MINUTES = 365 * 24 * 60;

    /** What people edit, besides the members. */
    public record Facts(String name, int responseMinutes, int resolutionMinutes) {
        public Facts {
            name = Texts.line("name", name, LONGEST_NAME);
            expect("responseMinutes", responseMinutes, 1);
            expect("resolutionMinutes", resolutionMinutes, responseMinutes);
        }
    }

    private static void expect(String field, int minutes, int least) {
        if (minutes < least || minutes > LONGEST_MINUTES) {
            throw Problems.invalid(
                    field, "Expected a number of minutes from %d to %d.".formatted(least, LONGEST_MINUTES));
        }
    }

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "team_id", updatable = false)
    private Team team;

    @Column(name = "layer_number")
    private int number;

    private String name;

    @Column(name = "response_minutes")
    private int responseMinutes;

    @Column(name = "resolution_minutes")
    private int resolutionMinutes;

    @ElementCollection
    @BatchSize(size = 200)
    @CollectionTable(name = "escalation_layer_member", joinColumns = @JoinColumn(name = "layer_id"))
    @Column(name = "user_id")
    private Set<UUID> members = new HashSet<>();

    protected EscalationLayer() {}

    EscalationLayer(Team team, int number, Facts facts) {
        this.team = team;
        this.number = number;
        change(facts);
    }

    final void change(Facts facts) {
        name = facts.name();
        responseMinutes = facts.responseMinutes();
        resolutionMinutes = facts.resolutionMinutes();
    }

    Facts facts() {
        return new Facts(name, responseMinutes, resolutionMinutes);
    }

    void stepTo(int newNumber) {
        number = newNumber;
    }

    boolean admit(UUID userId) {
        return members.add(userId);
    }

    boolean dismiss(UUID userId) {
        return members.remove(userId);
    }

    /** Counted from 1. */
    public int number() {
        return number;
    }

    public String name() {
        return name;
    }

    /** How long the layer may take from the assignment to the first response, on the clock: nights and holidays count. */
    public Duration responseTime() {
        return Duration.ofMinutes(responseMinutes);
    }

    /** How long the layer may take from the assignment to the resolution, on the clock. */
    public Duration resolutionTime() {
        return Duration.ofMinutes(resolutionMinutes);
    }

    public Set<UUID> members() {
        return Set.copyOf(members);
    }
}
