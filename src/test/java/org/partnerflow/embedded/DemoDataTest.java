package org.partnerflow.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class DemoDataTest {
    @Inject
    DemoData demoData;

    @Inject
    AuditTrail audit;

    private final Given.TestOrganisation organisation = Given.organisation();
    private final UUID person = Ids.next();
    private final DemoOrganisation demo =
            new DemoOrganisation(organisation.id(), person, person, person, person, person, person);

    /** Writes one audit entry at its set-up, and tells what was asked of it. */
    private class Thing implements DemoContent {
        final UUID record = Ids.next();
        final List<String> asked = new ArrayList<>();
        boolean interrupted;

        @Override
        public int order() {
            return 1;
        }

        @Override
        public void setUp(DemoOrganisation in) {
            asked.add("set up");
            audit.record(AuditAction.DEAL_CREATED, record, Map.of());
            if (interrupted) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public void play(DemoOrganisation in) {
            asked.add("play");
        }
    }

    @Test
    void setsUpEachContentOnceHoweverOftenTheProductStarts() {
        var thing = new Thing();
        start(thing);
        start(thing);

        assertThat(thing.asked).containsExactly("set up", "play");
        assertThat(entries(thing)).isEqualTo(1);
    }

    @Test
    void beginsAnewWithAContentThatWasInterrupted() {
        var thing = new Thing();
        thing.interrupted = true;
        start(thing);
        assertThat(entries(thing)).isZero();

        thing.interrupted = false;
        start(thing);
        assertThat(thing.asked).containsExactly("set up", "set up", "play");
        assertThat(entries(thing)).isEqualTo(1);
    }

    private void start(Thing thing) {
        organisation.as(() -> {
            demoData.add(thing, demo);
            return true;
        });
    }

    private int entries(Thing thing) {
        return organisation.as(() -> audit.lines(thing.record, null, 10).items().size());
    }
}
