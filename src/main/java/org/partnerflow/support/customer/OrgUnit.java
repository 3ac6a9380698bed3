package org.partnerflow.support.customer;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Texts;

/** A part of the customers' side, for example a branch, that may be associated with a partner account. */
@Entity
@Table(name = "org_unit")
public class OrgUnit extends OrganisationRecord {
    private static final int LONGEST_NAME = 200;

    /** What people edit. */
    public record Facts(String name, @Nullable UUID partnerAccountId) {
        public Facts {
            name = Texts.line("name", name, LONGEST_NAME);
        }
    }

    private String name;

    /** What makes the name unique. */
    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "partner_account_id")
    @Nullable
    private UUID partnerAccountId;

    protected OrgUnit() {}

    OrgUnit(Facts facts) {
        change(facts);
    }

    final void change(Facts facts) {
        name = facts.name();
        nameKey = NormalForm.key(name);
        partnerAccountId = facts.partnerAccountId();
    }

    Facts facts() {
        return new Facts(name, partnerAccountId);
    }

    public String name() {
        return name;
    }

    public @Nullable UUID partnerAccountId() {
        return partnerAccountId;
    }
}
