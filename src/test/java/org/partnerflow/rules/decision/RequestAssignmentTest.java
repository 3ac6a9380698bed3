package org.partnerflow.rules.decision;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.partnerflow.rules.decision.RequestFacts.Layer;
import org.partnerflow.rules.decision.RequestFacts.Request;
import org.partnerflow.rules.decision.Ruling.Standing;
import org.partnerflow.rules.decision.Ruling.Verdict;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.rules.decision.Leads.CONTOSO;
import static org.partnerflow.rules.decision.Leads.FABRIKAM;
import static org.partnerflow.rules.decision.Leads.but;
import static org.partnerflow.rules.table.Operator.ANY_OF;
import static org.partnerflow.rules.table.OutcomeType.*;
import static org.partnerflow.rules.table.Rows.aRow;

class RequestAssignmentTest {
    private static final Row PARTNERS_FIRST = aRow("r1").leadsTo(PARTNER_FIRST);
    private static final Layer FIRST = new Layer(UUID.randomUUID(), "First line", false);
    private static final Layer LAST = new Layer(UUID.randomUUID(), "Last line", true);

    private final Candidate own = Leads.of(Leads.partnerUser("Olga Own", 5, null), CONTOSO);
    private final Candidate unit = Leads.of(Leads.partnerUser("Uma Unit", 3, null), FABRIKAM);
    private final Candidate technician = technician("Tom Tech", 0);

    @Test
    @Tag("A1")
    @Tag("D4")
    void prefersPartnerUsersOfTheCustomersOwnPartnerOrganisation() {
        var ruling = decide(FIRST, CONTOSO, FABRIKAM, List.of(technician, unit, own), PARTNERS_FIRST);

        assertThat(ruling.assignee()).isEqualTo(Assignee.of(own));
        assertThat(ruling.summary()).isEqualTo("Row 1 (every request: Partner first): goes to Olga Own.");
        assertThat(ruling.verdicts())
                .containsExactly(
                        verdict(own, Standing.CHOSEN, "Chosen: partner user of Contoso, 5 open requests."),
                        verdict(
                                technician,
                                Standing.ELIGIBLE,
                                "Could take it, but Olga Own goes first: a partner user of the customer's own partner organisation."),
                        verdict(
                                unit,
                                Standing.ELIGIBLE,
                                "Could take it, but Olga Own goes first: a partner user of the customer's own partner organisation."));
    }

    @Test
    void thenPartnerUsersOfTheOrgUnitsPartnerOrganisation() {
        var ruling =
                decide(FIRST, CONTOSO, FABRIKAM, List.of(technician, unit, but(own, Trait.ACTIVE)), PARTNERS_FIRST);

        assertThat(ruling.assignee()).isEqualTo(Assignee.of(unit));
        assertThat(ruling.verdicts().get(1).sentence())
                .isEqualTo(
                        "Could take it, but Uma Unit goes first: a partner user of the org unit's partner organisation.");
    }

    @Test
    void thenInternalTechnicians() {
        var ruling = decide(FIRST, CONTOSO, null, List.of(technician, unit), PARTNERS_FIRST);

        assertThat(ruling.assignee()).isEqualTo(Assignee.of(technician));
        assertThat(ruling.verdicts())
                .containsExactly(
                        verdict(technician, Standing.CHOSEN, "Chosen: technician, 0 open requests."),
                        verdict(
                                unit,
                                Standing.EXCLUDED,
                                "Cannot take it: works for a partner organisation that the customer is not associated with."));
    }

    @Test
    void customerWithoutPartnerOrganisationGoesToTechnicians() {
        var ruling = decide(FIRST, null, null, List.of(own, technician), PARTNERS_FIRST);

        assertThat(ruling.assignee()).isEqualTo(Assignee.of(technician));
    }

    @Test
    @Tag("D4")
    void fewestOpenThenLongestWaitThenName() {
        var busy = technician("Al Busy", 2);
        var one = technician("Zed", 1);
        var two = technician("Yan", 1);

        var ruling = decide(FIRST, null, null, List.of(busy, one, two), PARTNERS_FIRST);

        assertThat(ruling.verdicts())
                .containsExactly(
                        verdict(two, Standing.CHOSEN, "Chosen: technician, 1 open request."),
                        verdict(busy, Standing.ELIGIBLE, "Could take it, but has 2 open requests, and Yan has 1."),
                        verdict(one, Standing.ELIGIBLE, "Could take it, but Yan comes first by name."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trait.class,
            names = {"ACTIVE", "LOGGED_IN"})
    void nobodyInTheLayerMeansTheNextLayer(Trait trait) {
        var ruling = decide(FIRST, CONTOSO, null, List.of(but(own, trait), but(technician, trait)), PARTNERS_FIRST);

        assertThat(ruling.assignee()).isEqualTo(Assignee.NEXT_LAYER);
        assertThat(ruling.row()).isNull();
        assertThat(ruling.summary()).isEqualTo("Nobody in layer First line can take it: goes to the next layer.");
        assertThat(ruling.verdicts()).extracting(Verdict::standing).containsOnly(Standing.EXCLUDED);
    }

    @Test
    void nobodyInTheLastLayerLeavesItUnassigned() {
        var ruling = decide(LAST, null, null, List.of(), PARTNERS_FIRST);

        assertThat(ruling.assignee()).isEqualTo(Assignee.NOBODY);
        assertThat(ruling.summary()).isEqualTo("Nobody in layer Last line can take it: it stays unassigned.");
    }

    @Test
    @Tag("O3")
    void partnerUserWithoutAssociationCannotTakeRequests() {
        var loose = new Candidate(own.id(), own.name(), null, own.traits(), own.workload(), 0);
        var nothing = new Candidate(
                unit.id(), unit.name(), null, java.util.Set.of(Trait.ACTIVE, Trait.LOGGED_IN), unit.workload(), 0);

        var ruling = decide(FIRST, CONTOSO, null, List.of(loose, nothing), PARTNERS_FIRST);

        assertThat(ruling.verdicts())
                .containsExactly(
                        verdict(
                                loose,
                                Standing.EXCLUDED,
                                "Cannot take it: is associated with no partner organisation."),
                        verdict(
                                nothing,
                                Standing.EXCLUDED,
                                "Cannot take it: is neither a partner user nor a technician."));
    }

    @Test
    void rowMayPutTechniciansFirst() {
        var urgent = aRow("r1").where("priority", ANY_OF, "URGENT").leadsTo(TECHNICIAN_FIRST);

        var ruling = decide(FIRST, CONTOSO, null, List.of(own, technician), urgent, PARTNERS_FIRST);
        var withoutTechnician = decide(FIRST, CONTOSO, null, List.of(own), urgent, PARTNERS_FIRST);

        assertThat(ruling.assignee()).isEqualTo(Assignee.of(technician));
        assertThat(ruling.verdicts().get(1).sentence())
                .isEqualTo("Could take it, but Tom Tech goes first: a technician.");
        assertThat(withoutTechnician.assignee()).isEqualTo(Assignee.of(own));
        assertThat(withoutTechnician.row().number()).isEqualTo(1);
    }

    @Test
    void rowMayAllowOnlyPartnerUsers() {
        var only = aRow("r1").where("team", ANY_OF, "Service desk").leadsTo(PARTNER_ONLY);

        var ruling = decide(FIRST, CONTOSO, null, List.of(own, technician), only);
        var withoutPartner = decide(FIRST, CONTOSO, null, List.of(technician), only);

        assertThat(ruling.verdicts())
                .containsExactly(
                        verdict(own, Standing.CHOSEN, "Chosen: partner user of Contoso, 5 open requests."),
                        verdict(
                                technician,
                                Standing.ELIGIBLE,
                                "Could take it, but row 1 gives it only to partner users."));
        assertThat(withoutPartner.assignee()).isEqualTo(Assignee.NEXT_LAYER);
    }

    @Test
    void withoutAnyRowPartnerUsersGoFirst() {
        var ruling = decide(FIRST, CONTOSO, null, List.of(own, technician));

        assertThat(ruling.assignee()).isEqualTo(Assignee.of(own));
        assertThat(ruling.summary()).isEqualTo("No row matches, so partner users go first: goes to Olga Own.");
    }

    @Test
    void decisionLeavesNoTraceInTheNextOne() {
        var request = new Request(UUID.randomUUID(), "Printer", null, null, null, null, CONTOSO, null);
        try (var table = new DecisionTable(RuleSet.REQUEST_ASSIGNMENT, List.of())) {
            for (int i = 0; i < 20; i++) {
                assertThat(table.decide(new RequestFacts(request, FIRST, List.of(own, technician)))
                                .assignee())
                        .isEqualTo(Assignee.of(own));
                assertThat(table.decide(new RequestFacts(request, FIRST, List.of(own, technician)))
                                .assignee())
                        .isEqualTo(Assignee.of(own));
                assertThat(table.decide(new RequestFacts(request, FIRST, List.of()))
                                .assignee())
                        .isEqualTo(Assignee.NEXT_LAYER);
                assertThat(table.decide(new RequestFacts(request, LAST, List.of()))
                                .assignee())
                        .isEqualTo(Assignee.NOBODY);
            }
        }
    }

    private static Ruling decide(
            Layer layer, @Nullable Named own, @Nullable Named unit, List<Candidate> candidates, Row... rows) {
        var request =
                new Request(UUID.randomUUID(), "Printer", "Service desk", "URGENT", "Printer", "Hardware", own, unit);
        try (var table = new DecisionTable(RuleSet.REQUEST_ASSIGNMENT, List.of(rows))) {
            return table.decide(new RequestFacts(request, layer, candidates));
        }
    }

    private static Candidate technician(String name, int open) {
        return Candidate.of(
                UUID.randomUUID(),
                name,
                null,
                new Workload(open, null),
                Trait.TECHNICIAN,
                Trait.ACTIVE,
                Trait.LOGGED_IN);
    }

    private static Verdict verdict(Candidate candidate, Standing standing, String sentence) {
        return new Verdict(candidate.id(), candidate.name(), standing, sentence);
    }
}
