package org.partnerflow.shared;

import java.sql.SQLException;
import java.util.stream.Stream;

import jakarta.transaction.RollbackException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Status;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people read of a failure is never what a library says. */
@Tag("F5.5")
@Tag("F10.13")
@Tag("without-database")
class FailureWordsTest {
    private static final String STATEMENT =
            "insert into deal (name) values (?) [Duplicate entry 'x' for key 'uk_deal']";

    static Stream<Throwable> failuresOfLibraries() {
        var sql = new SQLException(STATEMENT, "42000");
        return Stream.of(
                sql,
                new RuntimeException(
                        "ARJUNA016053: Could not commit transaction.", new RollbackException("ARJUNA012345")),
                new ConstraintViolationException(STATEMENT, new SQLException(STATEMENT, "23000"), "uk_deal"),
                new DataException(STATEMENT, new SQLException(STATEMENT, "22001")),
                Status.INVALID_ARGUMENT
                        .withDescription("Command 'CREATE' rejected with code 'INVALID_ARGUMENT'")
                        .asRuntimeException(),
                new IllegalStateException("It cannot be stored: " + STATEMENT, sql),
                new IllegalStateException(sql),
                new NullPointerException("Cannot invoke \"org.partnerflow.deal.Deal.id()\" because \"deal\" is null"),
                new IllegalStateException((String) null));
    }

    @ParameterizedTest
    @MethodSource("failuresOfLibraries")
    void neverSaysWhatALibrarySays(Throwable failure) {
        assertThat(FailureWords.of(failure))
                .doesNotContain("insert", "Duplicate", "ARJUNA", "INVALID_ARGUMENT", "Exception", "org.", "null", "'")
                .endsWith(".");
    }

    @Test
    void neverNamesClassesOfWhatCannotBeRead() {
        try {
            new ObjectMapper().readValue("{\"deal\": {}}", Given.class);
        } catch (JsonProcessingException e) {
            assertThat(FailureWords.of(e)).doesNotContain("Unrecognized", "FailureWordsTest", "deal");
        }
    }

    record Given(String name) {}

    @Test
    void saysWhatWeSay() {
        assertThat(FailureWords.of(new IllegalStateException("The scales are broken.")))
                .isEqualTo("The scales are broken.");
        assertThat(FailureWords.of(new RuntimeException("a wrapper", Problems.refused("Nobody is there."))))
                .isEqualTo("Nobody is there.");
        assertThat(FailureWords.of(Problems.invalid("phone", "Expected a number.")))
                .endsWith("phone: Expected a number.");
    }

    @Test
    void givesTheSameFailureTheSameNumberSoThatTheLogTellsMore() {
        var failure = new NullPointerException("Cannot invoke");
        assertThat(FailureWords.of(failure))
                .isEqualTo(FailureWords.of(failure))
                .matches(".*at \"Failure [0-9A-F]{8}\"\\.");
        assertThat(FailureWords.of(new IllegalStateException("The engine refuses this.", failure)))
                .startsWith("The engine refuses this. ")
                .matches(".*at \"Failure [0-9A-F]{8}\"\\.");
    }
}
