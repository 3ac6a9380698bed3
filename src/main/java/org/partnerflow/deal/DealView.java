package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A deal as its page shows it. */
public record DealView(
        UUID id,
        int version,
        String name,
        @Nullable Money value,
        DealState state,
        Workflow workflow,
        BoardView.Named owner,
        BoardView.@Nullable Partner partner,
        Place place,
        List<Step> progress,
        List<Contact> contacts,
        Instant createdAt,
        @Nullable Instant closedAt,
        boolean mayEdit,
        @Nullable String problem) {

    /**
     * @param versionId the version that the deal runs on
     * @param versionNumber of that version, as people count
     * @param currentVersionNumber the version that new deals begin on
     * @param migratingTo the version that the deal is just being moved to
     */
    @Schema(name = "DealWorkflow")
    public record Workflow(
            UUID id,
            String name,
            UUID versionId,
            int versionNumber,
            int currentVersionNumber,
            @Nullable Integer migratingTo) {}

    /**
     * Where the deal stands.
     *
     * @param column the key of its column on the board
     * @param visitId what a move names: where it stands, or while it waits, what it has left; null while it is on its way or closed
     * @param position null when it cannot be moved now
     * @param waitingAt where it rests between two stages; null when it does not
     * @param queued the process engine could not be told of the last step yet
     */
    @Schema(name = "DealPlace")
    public record Place(
            String column,
            String name,
            Instant since,
            @Nullable Instant dueAt,
            @Nullable UUID visitId,
            @Nullable Position position,
            boolean moving,
            boolean waiting,
            @Nullable Wait waitingAt,
            boolean queued,
            boolean stuck) {}

    /** @param until null where only the process engine knows */
    @Schema(name = "DealWait")
    public record Wait(String name, @Nullable Instant until) {}

    @Schema(name = "DealStepState")
    public enum StepState {
        DONE,
        CURRENT,
        AHEAD,
        /** Passed by without a visit. */
        SKIPPED
    }

    /** A stage, and when the deal was there. */
    @Schema(name = "DealStep")
    public record Step(
            String elementId, String name, @Nullable String colour, StepState state, List<Visit> visits) {}

    @Schema(name = "DealVisit")
    public record Visit(
            Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable String outcome,
            @Nullable String movedTo,
            @Nullable String leftBy) {
        static Visit from(StageVisit visit) {
            return new Visit(visit.enteredAt(), visit.leftAt(), visit.outcome(), visit.movedTo(), visit.leftByName());
        }
    }

    @Schema(name = "DealContact")
    public record Contact(
            UUID id, int version, @Nullable String firstName, String lastName, String email, String phone) {
        static Contact from(DealContact contact) {
            var person = contact.person();
            return new Contact(
                    contact.id(),
                    contact.version(),
                    person.firstName(),
                    person.lastName(),
                    person.email(),
                    person.phone());
        }
    }
}
