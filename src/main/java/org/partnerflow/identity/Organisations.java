package org.partnerflow.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The tree of organisations. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    /** The given organisations and everything below them, each parent before its children. */
    @SuppressWarnings("unchecked")
    List<Organisation> withDescendants(Set<UUID> roots) {
        if (roots.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createNativeQuery("""
                        with recursive below (id, depth) as (
                            select id, 0 from organisation where id in (:roots)
                            union all
                            select child.id, below.depth + 1 from organisation child join below on child.parent_id = below.id)
                        select o.* from organisation o join (select id, max(depth) as depth from below group by id) found on found.id = o.id
                        order by found.depth, o.name""", Organisation.class)
                .setParameter("roots", roots)
                .getResultList();
    }
}
