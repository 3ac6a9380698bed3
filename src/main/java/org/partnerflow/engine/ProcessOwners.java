package org.partnerflow.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.arc.All;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramNames;

/** Finds out what records and elements are called. In the caller's transaction. */
@ApplicationScoped
class ProcessOwners {
    @Inject
    @All
    List<ProcessOwner> owners;

    Optional<ProcessOwner> of(@Nullable String processId) {
        return owners.stream()
                .filter(owner -> processId != null && owner.owns(processId))
                .findFirst();
    }

    Optional<String> nameOf(@Nullable String processId, UUID recordId) {
        return of(processId).flatMap(owner -> owner.nameOf(recordId));
    }

    /** The element as its diagram calls it. */
    Optional<String> elementName(@Nullable String processId, long definitionKey, @Nullable String elementId) {
        return of(processId)
                .flatMap(owner -> owner.diagram(String.valueOf(processId), definitionKey))
                .flatMap(xml -> DiagramNames.of(xml, String.valueOf(elementId)));
    }
}
