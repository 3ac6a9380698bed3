package org.partnerflow.support.request;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.partnerflow.support.team.EscalationLayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

class SupportRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final UUID somebody = UUID.randomUUID();
    private final EscalationLayer layer = Mockito.mock();
    private final SupportRequest request = new SupportRequest(
            17,
            Subject.of("Printer jams", "On every second page.", Priority.NORMAL, null, null),
            UUID.randomUUID(),
            UUID.randomUUID());

    @BeforeEach
    void layerWithTimes() {
        when(layer.id()).thenReturn(UUID.randomUUID());
        when(layer.responseTime()).thenReturn(Duration.ofHours(1));
        when(layer.resolutionTime()).thenReturn(Duration.ofHours(8));
    }

    @Test
    void isDueForAResponseAndThenForAResolution() {
        request.assign(somebody, layer, NOW);
        assertThat(request.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));

        request.respond(NOW.plusSeconds(60));
        assertThat(request.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(8)));

        request.resolve(NOW.plusSeconds(120));
        assertThat(request.dueAt()).isNull();
    }

    @Test
    void isTakenAwayFromWhoHasItWhenItEntersALayer() {
        request.assign(somebody, layer, NOW);
        request.enter(layer);

        assertThat(request.state()).isEqualTo(RequestState.NEW);
        assertThat(request.assigneeId()).isNull();
        assertThat(request.dueAt()).isNull();
    }

    @Test
    void staysWithWhoHasItWhenTheLeadIsTold() {
        request.assign(somebody, layer, NOW);
        request.tellLead(NOW);

        assertThat(request.state()).isEqualTo(RequestState.ASSIGNED);
        assertThat(request.assigneeId()).isEqualTo(somebody);
        refuses(request::expectCanEscalate, "the team's lead was told already");
    }

    @Test
    @Tag("F4.3")
    void namesNoTimeAtWhichNothingHappens() {
        request.assign(somebody, layer, NOW);
        var late = NOW.plus(Duration.ofHours(1));
        request.tellLead(late);
        assertThat(request.dueAt()).isEqualTo(late);
        assertThat(request.resolutionDueAt()).isNull();
        request.respond(late.plusSeconds(60));
        assertThat(request.dueAt()).isNull();

        request.takeBack();
        request.assign(somebody, layer, late.plusSeconds(120));
        assertThat(request.dueAt()).isNull();
    }

    @Test
    void waitsUnassignedWhenTheLeadIsToldAndNobodyHasIt() {
        request.enter(layer);
        request.tellLead(NOW);

        assertThat(request.state()).isEqualTo(RequestState.UNASSIGNED);
    }

    @Test
    void refusesStepsThatItsStateDoesNotAllowAndNamesTheState() {
        refuses(() -> request.respond(NOW), "Request R-17 cannot be responded to, because it is new.");
        refuses(request::expectCanEscalate, "because it is new");

        request.assign(somebody, layer, NOW);
        refuses(() -> request.assign(somebody, layer, NOW), "because it is assigned");

        request.resolve(NOW);
        refuses(() -> request.respond(NOW), "because it is resolved");
        refuses(() -> request.resolve(NOW), "because it is resolved");
        refuses(() -> request.enter(layer), "because it is resolved");
        refuses(() -> request.tellLead(NOW), "because it is resolved");
        refuses(request::expectCanEscalate, "because it is resolved");
    }

    private static void refuses(ThrowingCallable step, String why) {
        assertThatThrownBy(step).isInstanceOf(HttpProblem.class).hasMessageContaining(why);
    }
}
