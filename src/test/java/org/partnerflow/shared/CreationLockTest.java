package org.partnerflow.shared;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import org.partnerflow.Given;
import org.partnerflow.Parallel;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class CreationLockTest {
    private static final int AT_ONCE = 6;

    @Inject
    CreationLock lock;

    private static class GivenUp extends RuntimeException {}

    @RepeatedTest(5)
    @DisplayName("those who wait for a creation that is given up come one after the other, and not in each other's way")
    @Tag("F2.3")
    @Tag("F3.1")
    void letsTheNextOneCome() {
        var organisation = Given.organisation();

        var ends = Parallel.times(AT_ONCE, () -> {
            try {
                return organisation.as(() -> QuarkusTransaction.requiringNew().<RuntimeException>call(() -> {
                    lock.take("test");
                    throw new GivenUp();
                }));
            } catch (RuntimeException e) {
                return e;
            }
        });

        assertThat(ends).hasSize(AT_ONCE).allMatch(GivenUp.class::isInstance);
    }
}
