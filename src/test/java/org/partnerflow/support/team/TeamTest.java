package org.partnerflow.support.team;

import java.util.List;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TeamTest {
    private final Team team = new Team(new Team.Facts("Field support", UUID.randomUUID()));
    private final EscalationLayer first = add("First line");
    private final EscalationLayer second = add("Second line");
    private final EscalationLayer third = add("Experts");

    private EscalationLayer add(String name) {
        return team.addLayer(new EscalationLayer.Facts(name, 60, 240));
    }

    @Test
    void givesRequestsToTheFirstLayerFirst() {
        assertThat(team.layerAfter(null)).contains(first);
        assertThat(team.layerAfter(first.id())).contains(second);
        assertThat(team.layerAfter(third.id())).isEmpty();
    }

    @Test
    void beginsAgainAfterALayerThatIsGone() {
        assertThat(team.layerAfter(UUID.randomUUID())).contains(first);
    }

    @Test
    void putsLayersInAnotherOrder() {
        team.reorder(List.of(third.id(), first.id(), second.id()));

        assertThat(team.layers()).containsExactly(third, first, second);
        assertThat(team.layers()).extracting(EscalationLayer::number).containsExactly(1, 2, 3);
        assertThat(team.layerAfter(third.id())).contains(first);
    }

    @Test
    void refusesAnOrderThatLeavesOutOrRepeatsALayer() {
        assertThatThrownBy(() -> team.reorder(List.of(first.id(), second.id())))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("Expected each layer of the team once");
        assertThatThrownBy(() -> team.reorder(List.of(first.id(), first.id(), second.id())))
                .isInstanceOf(HttpProblem.class);
        assertThat(team.layers()).containsExactly(first, second, third);
    }

    @Test
    void numbersLayersAnewWhenOneIsRemoved() {
        team.removeLayer(first);

        assertThat(team.layers()).extracting(EscalationLayer::number).containsExactly(1, 2);
    }

    @Test
    void refusesTimesThatCannotBeKept() {
        assertThatThrownBy(() -> new EscalationLayer.Facts("Night", 0, 60)).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> new EscalationLayer.Facts("Night", 60, 59)).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> new EscalationLayer.Facts("Night", 60, 600_000))
                .isInstanceOf(HttpProblem.class);
    }
}
