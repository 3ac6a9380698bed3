package org.partnerflow.support.team;

import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Statements;
import org.partnerflow.support.TestSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of teams, with their layers and members. */
@QuarkusTest
class TeamListTest {
    private final TestSupport support = new TestSupport();

    @Test
    @Tag("F10.9")
    void asksTheDatabaseAsOftenForOneTeamAsForMany() {
        add(1);
        long few = statements();
        add(20);

        assertThat(statements()).isEqualTo(few);
    }

    private long statements() {
        return Statements.of(() ->
                support.organisation().as(() -> Given.bean(TeamViews.class).list(null, 50)));
    }

    private void add(int teams) {
        IntStream.range(0, teams).forEach(number -> {
            var team = support.team();
            support.layer(team, support.technician());
            support.layer(team, support.technician());
        });
    }
}
