package org.partnerflow.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Takes rows that are there only to be locked. One that is not there yet is made first, in a transaction of its own: if the caller made
 * it and then gave up, all who waited for it would wait for each other.
 */
@ApplicationScoped
public class LockRow {
    @Inject
    Sql sql;

    /**
     * Takes the row until the caller's transaction ends.
     *
     * @param select locks the row
     * @param insert makes it, unless it is there
     * @param key for the places of both
     */
    @Transactional(TxType.MANDATORY)
    public void take(String select, String insert, Object... key) {
        if (isMissing(select, key)) {
            QuarkusTransaction.requiringNew().run(() -> sql.update(insert, key));
            if (isMissing(select, key)) {
                throw new IllegalStateException("Expected a row to lock after: " + insert);
            }
        }
    }

    private boolean isMissing(String select, Object... key) {
        return sql.query(select, row -> true, key).isEmpty();
    }
}
