package org.partnerflow.support.request;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Statements;
import org.partnerflow.support.TestSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** Who had a request when, and how the rules came to it. */
@QuarkusTest
class RequestAssignmentsTest {
    private final TestSupport support = new TestSupport();

    @Test
    @Tag("F10.9")
    void asksTheDatabaseAsOftenForOneAssignmentAsForMany() {
        var team = support.team();
        for (int layer = 0; layer < 10; layer++) {
            support.layer(team, support.technician());
        }
        var request = RequestWithoutProcess.of(support.organisation(), support.customer(), team);
        assign(request);
        long few = statements(request);
        for (int layer = 1; layer < 10; layer++) {
            support.organisation().as(() -> Given.bean(RequestAssigner.class)
                    .escalate(request, AssignmentEnd.RESPONSE_OVERDUE, null));
            assign(request);
        }

        assertThat(statements(request)).isEqualTo(few);
    }

    private void assign(UUID request) {
        support.organisation().as(() -> Given.bean(RequestAssigner.class).assign(request));
    }

    private long statements(UUID request) {
        return Statements.of(() -> support.organisation()
                .as(() -> Given.bean(RequestDirectory.class).assignments(request)));
    }
}
