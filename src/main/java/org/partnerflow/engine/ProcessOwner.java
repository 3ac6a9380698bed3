package org.partnerflow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.ShippedDiagrams;
import org.partnerflow.shared.Problems;

/**
 * What the engine asks of those who have records with processes; one bean for each kind of record. Called in a transaction, as somebody of
 * the record's organisation.
 */
public interface ProcessOwner {
    /**
     * A record that a process must work for.
     *
     * @param openJob a job that must be open, as the record waits for people to complete it
     * @param since when the record has last come a step further
     */
    record Owed(UUID recordId, String processId, @Nullable Long openJob, Instant since) {}

    /**
     * A diagram that the engine lacked.
     *
     * @param isMended it has it now; otherwise the engine counts its versions differently
     */
    record Redeployed(String processId, String name, boolean isMended) {}

    /** Organisations with diagrams of their own. */
    default List<UUID> organisations() {
        return List.of();
    }

    /** Deploys the diagrams in force that the engine lacks; all of them to another engine. Called without a transaction. */
    default List<Redeployed> redeploy(boolean anotherEngine) {
        return List.of();
    }

    /** The records of the organisation that a process must work for, in the order of their ids, after one. */
    List<Owed> owed(@Nullable UUID after, int most);

    /**
     * Asks for a new process instance of a record whose instance was lost: where the record is, with nothing done twice. Returns the place
     * in words; empty if nothing is to be done, for example as the record has come further meanwhile.
     *
     * @param anotherEngine all instances are gone; otherwise one that is not there may have come to its end as well
     */
    Optional<String> beginAnew(Owed owed, boolean anotherEngine);

    boolean owns(String processId);

    /** The record as people call it; empty when it is not there. */
    Optional<String> nameOf(UUID recordId);

    /** The variables that nobody sets by hand: they say whose record it is, or what somebody has chosen. */
    default Set<String> reserved() {
        return Set.copyOf(EngineVariables.ALL);
    }

    /** Whether people may end the work on a record whose process cannot go on. */
    default boolean canEnd() {
        return false;
    }

    /** Ends the work on the record, and its process with it. */
    default void end(UUID recordId, String reason) {
        throw Problems.refused("Expected a record that can be ended. This one has to be begun anew instead.");
    }

    /** The diagram of a definition of the engine. */
    default Optional<String> diagram(String processId, long definitionKey) {
        return Diagrams.SHIPPED.contains(processId) ? Optional.of(ShippedDiagrams.read(processId)) : Optional.empty();
    }
}
