package org.partnerflow.lead.queue;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.audit.Unrecorded;
import org.partnerflow.shared.OrganisationRecord;

/**
 * A partner user or queue in an assignment group, and how much of a turn it has saved up. The credits of a group add up to zero
 * (smooth weighted round robin).
 */
@Unrecorded
@Entity
@Table(name = "assignment_group_member")
public class GroupMember extends OrganisationRecord {
    @Column(name = "group_id", updatable = false)
    private UUID groupId;

    @Column(name = "member_id", updatable = false)
    private UUID memberId;

    private int place;
    private int weight;
    private int credit;
    private int assignments;

    protected GroupMember() {}

    GroupMember(UUID groupId, UUID memberId, int place, int weight) {
        this.groupId = groupId;
        this.memberId = memberId;
        this.place = place;
        this.weight = weight;
    }

    void arrange(int newPlace, int newWeight) {
        place = newPlace;
        weight = newWeight;
    }

    /** A turn of the group passes: each member that could have had it earns its weight. */
    void earn() {
        credit += weight;
    }

    /** Gets the turn and pays for it what all have earned. */
    void takeTurn(int earnedByAll) {
        credit -= earnedByAll;
        assignments++;
    }

    void startAfresh() {
        credit = 0;
    }

    int creditWithNextTurn() {
        return credit + weight;
    }

    public UUID groupId() {
        return groupId;
    }

    /** A partner user or a queue, as the kind of the group says. */
    public UUID memberId() {
        return memberId;
    }

    public int place() {
        return place;
    }

    public int weight() {
        return weight;
    }

    /** What it has saved up. */
    public int credit() {
        return credit;
    }

    /** How many leads it got by this group. */
    public int assignments() {
        return assignments;
    }
}
