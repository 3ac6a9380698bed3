package org.partnerflow.embedded;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class TestServicesTest {
    @Inject
    DataSource database;

    @Test
    void theDatabaseAnswersInUtcWithTheOneCollation() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select @@collation_connection, timestampdiff(minute, utc_timestamp(), now())")) {
            row.next();
            assertThat(row.getInt(2)).isZero();
            assertThat(row.getString(1)).isEqualTo("utf8mb4_unicode_ci");
        }
    }
}
