package org.partnerflow.engine;

import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@Tag("F10.10")
class InboxUpkeepTest {
    @Inject
    InboxUpkeep upkeep;

    @Inject
    EngineConfig config;

    @Inject
    Sql sql;

    @Test
    void forgetsJobsThatAreDone() {
        long done = job(false, 1);
        long fresh = job(false, -1);
        upkeep.forget();
        assertThat(isKnown(done)).isFalse();
        assertThat(isKnown(fresh)).isTrue();
    }

    @Test
    void forgetsJobsThatWereKeptOpenAndDoNotComeAgain() {
        long gone = job(true, 2 * config.openJobTimeout().toDays() + 1);
        long open = job(true, 1);
        upkeep.forget();
        assertThat(isKnown(gone)).isFalse();
        assertThat(isKnown(open)).isTrue();
    }

    @Test
    void aJobThatComesAgainIsStillThere() {
        assertThat(config.openJobTimeout().multipliedBy(2)).isLessThan(config.keepJobs());
    }

    private long job(boolean keptOpen, long daysTooOld) {
        long key = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / 2, Long.MAX_VALUE);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        """
                        insert into inbox_job
                            (job_key, organisation_id, record_id, job_type, start_id, failures, outcome, kept_open, received_at)
                        values (?, ?, ?, 'test', ?, 0, null, ?, date_sub(utc_timestamp(6), interval ? day))""",
                        key,
                        Ids.next(),
                        Ids.next(),
                        Ids.next(),
                        keptOpen,
                        config.keepJobs().toDays() + daysTooOld));
        return key;
    }

    private boolean isKnown(long key) {
        return !sql.query("select 1 from inbox_job where job_key = ?", row -> true, key)
                .isEmpty();
    }
}
