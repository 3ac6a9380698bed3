package org.partnerflow.lead.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnsTest {
    private final UUID anna = new UUID(0, 1);
    private final UUID ben = new UUID(0, 2);
    private final UUID cleo = new UUID(0, 3);

    @Test
    void membersGetTurnsInTheirOrder() {
        var turns = turns(Map.of(anna, 1, ben, 1, cleo, 1));
        assertThat(given(turns, 6, Set.of(anna, ben, cleo))).containsExactly(anna, ben, cleo, anna, ben, cleo);
    }

    @Test
    void memberWithTwiceTheWeightGetsTwiceAsManyButNotAllAtOnce() {
        var turns = turns(Map.of(anna, 2, ben, 1));
        assertThat(given(turns, 6, Set.of(anna, ben))).containsExactly(anna, ben, anna, anna, ben, anna);
    }

    @Test
    void absentMemberSavesNothingUp() {
        var turns = turns(Map.of(anna, 1, ben, 1));
        assertThat(given(turns, 4, Set.of(anna))).containsOnly(anna);
        assertThat(given(turns, 4, Set.of(anna, ben))).containsExactly(anna, ben, anna, ben);
    }

    @Test
    void memberWhoMustNotHaveThisLeadGetsTheNextOne() {
        var turns = turns(Map.of(anna, 1, ben, 1));
        turns.give(anna, Set.of(anna, ben));
        turns.give(ben, Set.of(anna, ben));
        turns.give(ben, Set.of(anna, ben)); // it was Anna's turn, but she had declined this lead
        assertThat(given(turns, 3, Set.of(anna, ben))).containsExactly(anna, anna, ben);
    }

    @Test
    void countsOfEqualMembersNeverDifferByMoreThanOne() {
        var turns = turns(Map.of(anna, 1, ben, 1, cleo, 1));
        var counts = new HashMap<UUID, Integer>();
        for (int i = 0; i < 100; i++) {
            counts.merge(given(turns, 1, Set.of(anna, ben, cleo)).getFirst(), 1, Integer::sum);
            var most =
                    counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            var least = counts.size() < 3
                    ? 0
                    : counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
            assertThat(most - least).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void refusesTurnForSomebodyWhoIsNoMember() {
        var turns = turns(Map.of(anna, 1));
        assertThatThrownBy(() -> turns.give(ben, Set.of(anna))).hasMessageContaining("Expected a member of the group");
    }

    private List<UUID> given(Turns turns, int count, Set<UUID> present) {
        var given = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            var next = turns.inOrder().stream()
                    .filter(present::contains)
                    .findFirst()
                    .orElseThrow();
            turns.give(next, new HashSet<>(present));
            given.add(next);
        }
        return given;
    }

    private Turns turns(Map<UUID, Integer> weights) {
        var group = new AssignmentGroup("West", AssignmentGroup.Kind.PARTNER_USERS);
        var members = weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new GroupMember(
                        group.id(), entry.getKey(), (int) entry.getKey().getLeastSignificantBits(), entry.getValue()))
                .toList();
        return new Turns(group, members);
    }
}
