package org.partnerflow.partner;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** The contacts of all partner accounts of the organisation. */
@ApplicationScoped
class Contacts implements PanacheRepositoryBase<PartnerContact, UUID> {

    PartnerContact require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problems.notFound("Contact"));
    }

    PartnerContact locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problems.notFound("Contact"));
    }

    List<PartnerContact> ofAccount(UUID accountId) {
        return list("accountId = ?1 order by lastName, firstName, id", accountId);
    }

    List<PartnerContact> withEmail(String email) {
        return list("email = ?1 order by id", email);
    }

    /** By last name, of one account or of all. */
    List<PartnerContact> page(@Nullable UUID accountId, @Nullable String text, @Nullable ListKey after, int limit) {
        var hql = new StringBuilder("from PartnerContact where 1 = 1");
        var parameters = new HashMap<String, Object>();
        if (accountId != null) {
            hql.append(" and accountId = :account");
            parameters.put("account", accountId);
        }
        if (text != null && !text.isBlank()) {
            hql.append(
                    " and (trim(concat(firstName, ' ', lastName)) like :text escape '!' or email like lower(:text) escape '!')");
            parameters.put("text", Texts.containing(text));
        }
        if (after != null) {
            hql.append(" and (lastName > :afterName or (lastName = :afterName and id > :afterId))");
            parameters.put("afterName", after.text());
            parameters.put("afterId", after.id());
        }
        var query = getEntityManager().createQuery(hql + " order by lastName, id", PartnerContact.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
