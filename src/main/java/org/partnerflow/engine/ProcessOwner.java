package org.partnerflow.engine;

import java.util.Optional;
import java.util.UUID;

import org.partnerflow.diagram.ShippedDiagrams;
import org.partnerflow.shared.Problems;

/**
 * What the engine asks of those who have records with processes; one bean for each kind of record. Called in a transaction, as somebody of
 * the record's organisation.
 */
public interface ProcessOwner {
    boolean owns(String processId);

    /** The record as people call it; empty when it is not there. */
    Optional<String> nameOf(UUID recordId);

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
