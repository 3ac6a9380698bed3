package org.partnerflow.shared;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.exception.LockTimeoutException;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class SqlTest {
    private static final String LOCK = "select id from organisation where id = ? for update";

    @Inject
    Sql sql;

    private final Given.TestOrganisation organisation = Given.organisation();

    @Test
    void tellsThatSomebodyElseHoldsARecordForTooLong() {
        QuarkusTransaction.requiringNew().run(() -> {
            lock();
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(this::lockWithoutPatience))
                    .isInstanceOf(LockTimeoutException.class);
        });
    }

    private void lockWithoutPatience() {
        sql.update("set session innodb_lock_wait_timeout = 1");
        try {
            lock();
        } finally {
            sql.update("set session innodb_lock_wait_timeout = default");
        }
    }

    private void lock() {
        sql.query(LOCK, row -> true, organisation.id());
    }
}
