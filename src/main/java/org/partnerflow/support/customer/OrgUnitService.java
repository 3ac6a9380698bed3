package org.partnerflow.support.customer;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;
import org.partnerflow.support.PartnerAssociations;

/** Org units and the partner account that each is associated with. */
@ApplicationScoped
public class OrgUnitService {
    @Inject
    OrgUnits units;

    @Inject
    PartnerAssociations partners;

    @Inject
    AuditTrail audit;

    @Transactional
    public Page<OrgUnit> list(@Nullable String nameContains, @Nullable ListKey after, int limit) {
        return Page.of(units.page(nameContains, after, limit + 1), limit, unit -> new ListKey(unit.name(), unit.id())
                .toString());
    }

    @Transactional
    public OrgUnit read(UUID id) {
        return units.require(id);
    }

    @Transactional
    public OrgUnit create(OrgUnit.Facts facts) {
        partners.expectAccount(facts.partnerAccountId());
        var unit = new OrgUnit(facts);
        expectUnusedName(unit.name(), unit.id());
        units.persist(unit);
        audit.record(AuditAction.ORG_UNIT_CREATED, unit.id(), Map.of("name", unit.name()));
        return unit;
    }

    @Transactional
    public OrgUnit change(UUID id, OrgUnit.Facts facts, int version) {
        var unit = units.locked(id);
        var before = unit.facts();
        unit.expectVersion(version, before, facts);
        partners.expectAccount(facts.partnerAccountId());
        expectUnusedName(facts.name(), id);
        unit.change(facts);
        units.flush();
        audit.record(AuditAction.ORG_UNIT_CHANGED, id, Differences.asDetails(before, facts));
        return unit;
    }

    private void expectUnusedName(String name, UUID id) {
        units.named(name).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw Problems.conflict("There is an org unit with the name %s already.".formatted(other.name()));
        });
    }
}
