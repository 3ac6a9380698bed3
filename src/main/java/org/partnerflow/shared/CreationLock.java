package org.partnerflow.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Lets the records of one type of an organisation be made one after the other, where a new one is compared with those that are
 * there: who comes second waits, and then sees what the first has stored.
 */
@ApplicationScoped
public class CreationLock {
    @Inject
    Sql sql;

    @Inject
    Actors actors;

    /** Takes the lock until the transaction ends; take it after the locks on records, just before comparing. */
    @Transactional(TxType.MANDATORY)
    public void take(String recordType) {
        sql.update(
                "insert into creation_lock (organisation_id, record_type, taken) values (?, ?, 1)"
                        + " on duplicate key update taken = (taken + 1) % 1000000",
                actors.current().organisation(), recordType);
    }
}
