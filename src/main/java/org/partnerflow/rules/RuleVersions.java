package org.partnerflow.rules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.partnerflow.rules.RuleSetService.Version;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.shared.Ids;

/** The published versions of the organisation's tables. */
@ApplicationScoped
class RuleVersions implements PanacheRepositoryBase<RuleVersion, UUID> {

    /** Which version is in force; read from an index alone. */
    record Current(UUID id, int number) {}

    Optional<Current> current(RuleSet ruleSet) {
        return getEntityManager()
                .createQuery(
                        "select id, number from RuleVersion where ruleSet = :ruleSet order by number desc",
                        Current.class)
                .setParameter("ruleSet", ruleSet.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<RuleVersion> find(RuleSet ruleSet, int number) {
        return find("ruleSet = ?1 and number = ?2", ruleSet.id(), number).firstResultOptional();
    }

    /** All versions without their rows, which are long. */
    List<Version> newestFirst(RuleSet ruleSet) {
        return getEntityManager()
                .createQuery(
                        "select number, note, publishedBy, publishedAt, restoredFrom from RuleVersion"
                                + " where ruleSet = :ruleSet order by number desc",
                        Version.class)
                .setParameter("ruleSet", ruleSet.id())
                .getResultList();
    }

    /** Stores the version unless another node just stored one of the same number. */
    void insertFirst(UUID organisationId, RuleSet ruleSet, RuleVersion version) {
        getEntityManager()
                .createNativeQuery("""
                        insert ignore into rule_version (id, organisation_id, rule_set, version_number, document, note,
                            published_by, published_at, version, created_at, updated_at)
                        values (:id, :organisation, :ruleSet, :number, :document, :note, :by, :at, 0, :at, :at)""")
                .setParameter("id", Ids.toBytes(version.id()))
                .setParameter("organisation", Ids.toBytes(organisationId))
                .setParameter("ruleSet", ruleSet.id())
                .setParameter("number", version.number())
                .setParameter("document", version.document())
                .setParameter("note", version.note())
                .setParameter("by", version.publishedBy())
                .setParameter("at", version.publishedAt())
                .executeUpdate();
    }
}
