package org.partnerflow.deal;

import java.util.List;
import java.util.Map;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnerflow.deal.Stages.stage;
import static org.partnerflow.deal.Stages.to;
import static org.partnerflow.deal.Stages.toLost;

class MoveRulesTest {
    private static final Move AGREED = to("Agreed", "Contract");
    private static final Move NEW_PROPOSAL = to("New proposal wanted", "Proposal");
    private static final Move DECLINED = toLost("Declined");
    private static final Stage NEGOTIATION = stage("Negotiation", AGREED, NEW_PROPOSAL, DECLINED);

    @Test
    void findsTheMoveByItsOutcome() {
        assertThat(MoveRules.choose(NEGOTIATION, "Declined", null)).isEqualTo(DECLINED);
    }

    @Test
    void findsTheMoveByTheElementOrTheColumnItLeadsTo() {
        assertThat(MoveRules.choose(NEGOTIATION, null, "Stage_Proposal")).isEqualTo(NEW_PROPOSAL);
        assertThat(MoveRules.choose(NEGOTIATION, null, "LOST")).isEqualTo(DECLINED);
        assertThat(MoveRules.choose(NEGOTIATION, null, "EndEvent_DealLost")).isEqualTo(DECLINED);
    }

    @Test
    void refusesWhatTheDiagramDoesNotOfferAndSaysWhatItOffers() {
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> MoveRules.choose(NEGOTIATION, null, "Stage_Qualification"))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(422);
                    assertThat(problem.getDetail())
                            .startsWith(
                                    "From Negotiation a deal goes on to Contract (Agreed), Proposal (New proposal wanted) or Lost (Declined).");
                    assertThat(problem.getParameters())
                            .containsEntry(
                                    "offered",
                                    List.of(
                                            new MoveRules.Offer(
                                                    "Agreed", "Stage_Contract", "Stage_Contract", "Contract"),
                                            new MoveRules.Offer(
                                                    "New proposal wanted",
                                                    "Stage_Proposal",
                                                    "Stage_Proposal",
                                                    "Proposal"),
                                            new MoveRules.Offer("Declined", "EndEvent_DealLost", "LOST", "Lost")));
                });
    }

    @Test
    void refusesAnOutcomeThatLeadsElsewhere() {
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> MoveRules.choose(NEGOTIATION, "Agreed", "LOST"))
                .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(422));
    }

    @Test
    void asksForTheOutcomeWhenSeveralLeadToTheSamePlace() {
        var stage = stage("Negotiation", toLost("Too dear"), toLost("No answer"));
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> MoveRules.choose(stage, null, "LOST"))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(400);
                    assertThat(problem.getParameters().toString()).contains("“Too dear”, “No answer”");
                });
    }

    @Test
    void takesTheOnlyMoveWhenNothingIsSaid() {
        var stage = stage("Negotiation", to("Proposal", "Proposal"));
        assertThat(MoveRules.choose(stage, null, null).targetName()).isEqualTo("Proposal");
        assertThat(MoveRules.ways(stage)).isEqualTo("From Negotiation a deal goes on to Proposal.");
    }

    @Test
    void takesOneOutcomeWhoseTargetTheDiagramDecidesLater() {
        var stage = stage("Negotiation", to("Agreed", "Contract"), to("Agreed", "Review"));
        assertThat(MoveRules.choose(stage, "Agreed", null).targetName()).isEqualTo("Contract");
        assertThat(MoveRules.choose(stage, null, "Stage_Review").targetName()).isEqualTo("Review");
    }

    @Test
    void letsOnlyTheBrokerCompleteABrokersStage() {
        var stage = stage("Contract", Map.of("completedBy", "broker"), AGREED);
        assertThat(MoveRules.whyNot(stage, Actor.Kind.PARTNER, true))
                .contains("Only the broker moves a deal on from Contract.");
        assertThat(MoveRules.whyNot(stage, Actor.Kind.STAFF, true)).isEmpty();
    }

    @Test
    void letsOnlyThePartnerCompleteAPartnersStageUnlessThereIsNone() {
        var stage = stage("Papers", Map.of("completedBy", "partner"), AGREED);
        assertThat(MoveRules.whyNot(stage, Actor.Kind.STAFF, true))
                .contains("Only the partner moves a deal on from Papers.");
        assertThat(MoveRules.whyNot(stage, Actor.Kind.STAFF, false)).isEmpty();
        assertThat(MoveRules.whyNot(stage, Actor.Kind.PARTNER, true)).isEmpty();
    }
}
