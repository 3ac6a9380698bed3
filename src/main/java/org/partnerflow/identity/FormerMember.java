package org.partnerflow.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.partnerflow.audit.Unrecorded;

/**
 * Who a person was to an organisation when they left it. What their log-in is called since, and where its mails go, is theirs, and
 * of whoever was only invited the organisation never knew more than it had written itself.
 */
@Entity
@Unrecorded
@Table(name = "former_member")
@IdClass(FormerMember.Key.class)
public class FormerMember {
    /** In place of a name, where nothing was kept. */
    public static final String UNKNOWN = "Somebody who has left";

    record Key(UUID organisationId, UUID userId) implements Serializable {}

    @Id
    @Column(name = "organisation_id")
    UUID organisationId;

    @Id
    @Column(name = "user_id")
    UUID userId;

    private String name;
    private String email;

    @Column(name = "left_at")
    private Instant leftAt;

    protected FormerMember() {}

    FormerMember(UserService.Member member, Instant leftAt) {
        organisationId = member.membership().organisationId;
        userId = member.id();
        name = member.name();
        email = member.email();
        this.leftAt = leftAt;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }
}
