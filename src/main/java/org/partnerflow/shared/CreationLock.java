package org.partnerflow.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Lets the records of one type of an organisation be made one after the other, where a new one is compared with those that are
 * there: who comes second waits, and then sees what the first has stored. It is a row to which nothing refers: the row of the
 * organisation is held by everybody who stores a record that refers to it.
 */
@ApplicationScoped
public class CreationLock {
    private static final String SELECT =
            "select record_type from creation_lock where organisation_id = ? and record_type = ? for update";
    private static final String INSERT =
            "insert ignore into creation_lock (organisation_id, record_type, taken) values (?, ?, 0)";

    @Inject
    LockRow rows;

    @Inject
    Actors actors;

    /** Takes the lock until the transaction ends; take it after the locks on records, just before comparing. */
    @Transactional(TxType.MANDATORY)
    public void take(String recordType) {
        rows.take(SELECT, INSERT, actors.current().organisation(), recordType);
    }
}
