package org.partnerflow.engine;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Drives the shipped diagrams along their paths on the real broker; each test is named by its path. */
@Tag("without-database")
class DiagramPathsTest {

    @Nested
    class PortalInvitation {
        private static final String PROCESS = "portal-invitation";

        @Test
        void allocatedPartnerAccepts() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("check-allocation", Map.of("mayInvite", true));
                run.work("send-invitation");
                run.publish(PROCESS, "accepted", Map.of());
                run.endsAt("EndEvent_InvitationAccepted");
                run.restsNow();
            }
        }

        @Test
        void partnerAllocatedToNobodyWaitsUntilTheyAre() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("check-allocation", Map.of("mayInvite", false));
                run.restsNow();
                run.publish(PROCESS, "allocated", Map.of());
                run.work("check-allocation", Map.of("mayInvite", true));
                run.work("send-invitation");
            }
        }

        @Test
        void partnerIsRemindedEveryThreeDaysAndExpiresAfterSeven() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("check-allocation", Map.of("mayInvite", true));
                run.work("send-invitation");
                expires(run);
                run.restsNow();
            }
        }

        @Test
        void remindedPartnerAcceptsAndIsNotRemindedAgain() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("check-allocation", Map.of("mayInvite", true));
                run.work("send-invitation");
                run.after(Duration.ofDays(3).plusMinutes(1));
                run.work("send-invitation-reminder");
                run.endsAt("EndEvent_ReminderSent");
                run.publish(PROCESS, "accepted", Map.of());
                run.endsAt("EndEvent_InvitationAccepted");
                run.after(Duration.ofDays(10));
                run.restsNow();
            }
        }

        @Test
        void invitationIsSentAgainOnRequest() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("check-allocation", Map.of("mayInvite", true));
                run.work("send-invitation");
                run.publish(PROCESS, "send-again", Map.of());
                run.work("check-allocation", Map.of("mayInvite", true));
                run.work("send-invitation");
                run.publish(PROCESS, "accepted", Map.of());
                run.endsAt("EndEvent_InvitationAccepted");
            }
        }

        private static void expires(DiagramRun run) {
            run.after(Duration.ofDays(3).plusMinutes(1));
            run.work("send-invitation-reminder");
            run.endsAt("EndEvent_ReminderSent");
            run.after(Duration.ofDays(3));
            run.work("send-invitation-reminder");
            run.endsAt("EndEvent_ReminderSent");
            run.after(Duration.ofDays(1));
            run.work("expire-invitation");
            run.endsAt("EndEvent_InvitationExpired");
        }
    }

    @Nested
    class PartnerOnboarding {
        private static final String PROCESS = "partner-onboarding";

        @Test
        void partnerAcceptsAndIsActivated() {
            try (var run = new DiagramRun("portal-invitation", PROCESS)) {
                run.start(PROCESS);
                run.work("check-allocation", Map.of("mayInvite", true));
                run.work("send-invitation");
                run.publish("portal-invitation", "accepted", Map.of());
                run.endsAt("EndEvent_InvitationAccepted");
                run.work("activate-partner-user");
                run.endsAt("EndEvent_PartnerUserActive");
            }
        }

        @Test
        void partnerDoesNotAnswerAndIsNotActivated() {
            try (var run = new DiagramRun("portal-invitation", PROCESS)) {
                run.start(PROCESS);
                run.work("check-allocation", Map.of("mayInvite", true));
                run.work("send-invitation");
                PortalInvitation.expires(run);
                run.endsAt("EndEvent_InvitationUnanswered");
            }
        }

        @Test
        void calledProcessKnowsItsRecord() {
            try (var run = new DiagramRun("portal-invitation", PROCESS)) {
                run.start(PROCESS);
                var job = run.work("check-allocation", Map.of("mayInvite", true));

                assertThat(job.getVariablesAsMap()).containsKey("recordId");
            }
        }
    }

    @Nested
    class DealProgression {
        private static final String PROCESS = "deal-progression";

        @Test
        void happyPathToWon() {
            try (var run = new DiagramRun(PROCESS)) {
                toNegotiation(run);
                run.move("Stage_Negotiation", "Agreed");
                run.move("Stage_Contract", "Signed");
                assertThat(run.work("close-deal").getCustomHeaders()).containsEntry("result", "won");
                run.endsAt("EndEvent_DealWon");
                run.restsNow();
            }
        }

        @Test
        void dealIsNotAFit() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.move("Stage_Qualification", "Not a fit");
                isLost(run);
            }
        }

        @Test
        void contactDeclines() {
            try (var run = new DiagramRun(PROCESS)) {
                toNegotiation(run);
                run.move("Stage_Negotiation", "Declined");
                isLost(run);
            }
        }

        @Test
        void contactWantsANewProposal() {
            try (var run = new DiagramRun(PROCESS)) {
                toNegotiation(run);
                run.move("Stage_Negotiation", "New proposal wanted");
                run.move("Stage_Proposal", "Negotiation");
                run.work("send-email");
                run.move("Stage_Negotiation", "Agreed");
            }
        }

        @Test
        void contractFallsThrough() {
            try (var run = new DiagramRun(PROCESS)) {
                toNegotiation(run);
                run.move("Stage_Negotiation", "Agreed");
                run.move("Stage_Contract", "Fell through");
                isLost(run);
            }
        }

        @Test
        void brokerIsRemindedOfAnOverdueProposalOnce() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.move("Stage_Qualification", "Qualified");
                run.move("Stage_NeedsAnalysis", "Proposal");
                run.after(Duration.ofDays(7).plusMinutes(1));
                assertThat(run.work("notify").getCustomHeaders()).containsEntry("to", "broker");
                run.endsAt("EndEvent_BrokerReminded");
                run.move("Stage_Proposal", "Negotiation");
                assertThat(run.work("send-email").getCustomHeaders())
                        .containsEntry("to", "contact")
                        .containsEntry("template", "deal-proposal");
            }
        }

        private static void toNegotiation(DiagramRun run) {
            run.start(PROCESS);
            run.move("Stage_Qualification", "Qualified");
            run.move("Stage_NeedsAnalysis", "Proposal");
            run.move("Stage_Proposal", "Negotiation");
            run.work("send-email");
        }

        private static void isLost(DiagramRun run) {
            assertThat(run.work("close-deal").getCustomHeaders()).containsEntry("result", "lost");
            run.endsAt("EndEvent_DealLost");
            run.restsNow();
        }
    }

    @Nested
    class LeadOffer {
        private static final String PROCESS = "lead-offer";

        @Test
        void firstPartnerAccepts() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-lead", Map.of("assignment", "offered"));
                run.publish(PROCESS, "answered", Map.of("answer", "accepted"));
                run.work("make-deal");
                run.endsAt("EndEvent_LeadBecameDeal");
                run.restsNow();
            }
        }

        @Test
        void partnerDeclinesTwice() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-lead", Map.of("assignment", "offered"));
                run.publish(PROCESS, "answered", Map.of("answer", "declined"));
                run.work("assign-lead", Map.of("assignment", "offered"));
                run.publish(PROCESS, "answered", Map.of("answer", "declined"));
                run.work("assign-lead", Map.of("assignment", "offered"));
                run.publish(PROCESS, "answered", Map.of("answer", "accepted"));
                run.work("make-deal");
                run.endsAt("EndEvent_LeadBecameDeal");
            }
        }

        @Test
        void offerExpiresAfterTwoDays() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-lead", Map.of("assignment", "offered"));
                run.after(Duration.ofDays(2).plusMinutes(1));
                run.work("withdraw-offer");
                run.work("assign-lead", Map.of("assignment", "nobody"));
                run.restsNow();
            }
        }

        @Test
        void leadIsTakenFromAQueue() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-lead", Map.of("assignment", "queued"));
                run.restsNow();
                givenByHand(run, "offered");
                run.publish(PROCESS, "answered", Map.of("answer", "accepted"));
                run.work("make-deal");
                run.endsAt("EndEvent_LeadBecameDeal");
            }
        }

        @Test
        void leadThatFitsNobodyIsPutIntoAQueueByHand() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-lead", Map.of("assignment", "nobody"));
                givenByHand(run, "queued");
                givenByHand(run, "offered");
                run.publish(PROCESS, "answered", Map.of("answer", "accepted"));
                run.work("make-deal");
            }
        }

        @Test
        void offeredLeadIsGivenToAnotherAndTheTimeBeginsAnew() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-lead", Map.of("assignment", "offered"));
                run.after(Duration.ofDays(1));
                givenByHand(run, "offered");
                run.restsNow();
                run.after(Duration.ofDays(1).plusHours(1));
                run.restsNow();
                run.after(Duration.ofDays(1));
                run.work("withdraw-offer");
            }
        }

        private static void givenByHand(DiagramRun run, String assignment) {
            run.publish(PROCESS, "assigned", Map.of());
            run.work("assign-lead", Map.of("assignment", assignment));
        }
    }

    @Nested
    class RequestEscalation {
        private static final String PROCESS = "request-escalation";

        @Test
        void requestIsRespondedToAndResolved() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-request", assigned(Duration.ofHours(1), Duration.ofHours(8)));
                run.publish(PROCESS, "responded", Map.of());
                run.publish(PROCESS, "resolved", Map.of());
                run.endsAt("EndEvent_WorkDone");
                run.endsAt("EndEvent_RequestResolved");
                run.restsNow();
            }
        }

        @Test
        void responseTimeRunsOut() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-request", assigned(Duration.ofHours(1), Duration.ofHours(8)));
                run.after(Duration.ofMinutes(61));
                run.work("escalate-request", Map.of("escalation", "next-layer", "layer", 2));
                var again = run.work("assign-request", assigned(Duration.ofHours(1), Duration.ofHours(8)));
                assertThat(again.getVariablesAsMap()).containsEntry("layer", 2);
                run.publish(PROCESS, "responded", Map.of());
                run.publish(PROCESS, "resolved", Map.of());
                run.endsAt("EndEvent_WorkDone");
                run.endsAt("EndEvent_RequestResolved");
            }
        }

        @Test
        void resolutionTimeRunsOut() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-request", assigned(Duration.ofHours(1), Duration.ofHours(8)));
                run.publish(PROCESS, "responded", Map.of());
                run.after(Duration.ofHours(8).plusMinutes(1));
                run.work("escalate-request", Map.of("escalation", "next-layer"));
                run.work("assign-request", assigned(Duration.ofHours(1), Duration.ofHours(8)));
            }
        }

        @Test
        void requestIsEscalatedByHand() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-request", assigned(Duration.ofHours(1), Duration.ofHours(8)));
                run.publish(PROCESS, "escalated", Map.of());
                run.work("escalate-request", Map.of("escalation", "next-layer"));
                run.work("assign-request", assigned(Duration.ofHours(1), Duration.ofHours(8)));
                run.publish(PROCESS, "responded", Map.of());
                run.restsNow();
                run.publish(PROCESS, "escalated", Map.of());
                run.work("escalate-request", Map.of("escalation", "next-layer"));
            }
        }

        @Test
        void nobodyInTheLayerGoesToTheNext() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-request", Map.of("assignment", "nobody"));
                run.work("escalate-request", Map.of("escalation", "next-layer"));
                run.work("assign-request", assigned(Duration.ofHours(1), Duration.ofHours(8)));
                run.restsNow();
            }
        }

        @Test
        void lastLayerTellsTheTeamLead() {
            try (var run = new DiagramRun(PROCESS)) {
                run.start(PROCESS);
                run.work("assign-request", Map.of("assignment", "nobody"));
                run.work("escalate-request", Map.of("escalation", "last-layer"));
                run.work("tell-team-lead");
                run.restsNow();
                run.publish(PROCESS, "resolved", Map.of());
                run.endsAt("EndEvent_ResolvedByHand");
                run.restsNow();
            }
        }

        private static Map<String, Object> assigned(Duration response, Duration resolution) {
            return Map.of(
                    "assignment",
                    "assigned",
                    "responseTime",
                    response.toString(),
                    "resolutionTime",
                    resolution.toString());
        }
    }
}
