package org.partnerflow.shared.retention;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@Tag("F10.10")
class RetentionTest {
    @Inject
    Retention retention;

    @Inject
    @All
    List<Expiring> all;

    @Inject
    Sql sql;

    @Inject
    DataSource database;

    @Test
    void deletesSessionsThatHaveEndedAndKeepsTheOthers() {
        var gone = Given.organisation().newUser(Role.BROKER);
        var stays = Given.organisation().newUser(Role.BROKER);
        gone.logIn();
        stays.logIn();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update user_session set expires_at = date_sub(utc_timestamp(), interval 2 day) where user_id = ?",
                        gone.id()));

        retention.cleanUp();

        assertThat(sessions(gone)).isZero();
        assertThat(sessions(stays)).isEqualTo(1);
    }

    @Test
    void knowsHowLongToKeepWhatGrowsWithoutEnd() {
        assertThat(all)
                .allMatch(expiring -> expiring.kept().compareTo(Duration.ZERO) > 0)
                .extracting(Expiring::table)
                .contains("user_session", "invitation", "deal_notice", "attention_item", "decision");
    }

    @Test
    void findsWhatIsToBeDeletedByAnIndex() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var expiring : all) {
                var condition = expiring.condition().replace("?", "'1980-01-01 00:00:00'");
                try (var row = statement.executeQuery("explain format=traditional select 1 from %s where %s"
                        .formatted(expiring.table(), condition))) {
                    row.next();
                    assertThat(row.getString("possible_keys"))
                            .as(expiring.table())
                            .isNotNull();
                }
            }
        }
    }

    private long sessions(Given.TestUser user) {
        return sql.query("select count(*) from user_session where user_id = ?", row -> row.getLong(1), (Object)
                        Ids.toBytes(user.id()))
                .getFirst();
    }
}
