package org.partnerflow.support.request;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Requests, and who may see which. */
@ApplicationScoped
class SupportRequests implements PanacheRepositoryBase<SupportRequest, UUID> {
    /** Staff see all, partner users what is assigned to them, customers what is theirs. */
    static final String VISIBLE = """
            (:kind = 'STAFF'
              or :kind = 'PARTNER' and r.assigneeId = :me
              or :kind = 'CUSTOMER' and r.customerId in (select c.id from Customer c where c.userId = :me))""";

    @Inject
    RequestHistory history;

    @Inject
    Actors actors;

    /** A request that the current actor may see; 404 for all others. */
    SupportRequest visible(UUID id) {
        return getEntityManager()
                .createQuery("from SupportRequest r where r.id = :id and " + VISIBLE, SupportRequest.class)
                .setParameter("id", id)
                .setParameter("kind", kindOfViewer())
                .setParameter("me", actors.current().userId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> unseen(id));
    }

    /** Not there (404); who had the request before is told that it was handed over. */
    RuntimeException unseen(UUID id) {
        var me = actors.current().userId();
        return me != null && history.hadIt(id, me)
                ? Problems.gone(
                        "This request was handed over: somebody else works on it now, and you see it no longer.",
                        Map.of("handedOver", true))
                : Problems.notFound("Request");
    }

    /** Those of the requests that the current actor may see. */
    Set<UUID> visible(Set<UUID> ids) {
        return getEntityManager()
                .createQuery("select r.id from SupportRequest r where r.id in :ids and " + VISIBLE, UUID.class)
                .setParameter("ids", ids)
                .setParameter("kind", kindOfViewer())
                .setParameter("me", actors.current().userId())
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** The same, and nobody else changes it until this transaction ends. */
    SupportRequest visibleForChange(UUID id) {
        findById(id, LockModeType.PESSIMISTIC_WRITE);
        return visible(id);
    }

    /** For workers: any request of the organisation, which nobody else changes until this transaction ends. */
    SupportRequest forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Problems.notFound("Request"));
    }

    /** For {@link #VISIBLE}; the application itself sees what staff see. */
    String kindOfViewer() {
        var actor = actors.current();
        return (actor.isStaff() ? Actor.Kind.STAFF : actor.kind()).name();
    }

    /** The next number of the organisation. Its row stays locked until the transaction ends, so that no number is used twice. */
    int nextNumber() {
        var organisation = actors.current().organisation();
        getEntityManager()
                .createNativeQuery("""
                        insert into request_number (organisation_id, last_number) values (:organisation, 1)
                        on duplicate key update last_number = last_number + 1""")
                .setParameter("organisation", organisation)
                .executeUpdate();
        return (Integer) getEntityManager()
                .createNativeQuery(
                        "select last_number from request_number where organisation_id = :organisation", Integer.class)
                .setParameter("organisation", organisation)
                .getSingleResult();
    }
}
