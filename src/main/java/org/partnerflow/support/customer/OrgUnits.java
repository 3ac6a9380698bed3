package org.partnerflow.support.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

@ApplicationScoped
class OrgUnits implements PanacheRepositoryBase<OrgUnit, UUID> {

    OrgUnit require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problems.notFound("Org unit"));
    }

    /** For a change: whoever comes second waits, and then sees what the first has stored. */
    OrgUnit locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Problems.notFound("Org unit"));
    }

    /** By name, from after {@code after}. */
    List<OrgUnit> page(@Nullable String nameContains, @Nullable ListKey after, int limit) {
        return find(
                        """
                        (?1 is null or name like ?1 escape '!')
                        and (?2 is null or name > ?2 or (name = ?2 and id > ?3)) order by name, id""",
                        Texts.containing(nameContains),
                        after == null ? null : after.text(),
                        after == null ? null : after.id())
                .page(0, limit)
                .list();
    }

    Optional<OrgUnit> named(String name) {
        return find("nameKey", NormalForm.key(name)).firstResultOptional();
    }
}
