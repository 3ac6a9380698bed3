package org.partnerflow.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.ShippedDiagrams;

/** The records of the test diagrams. */
@Singleton
class ProbeOwner implements ProcessOwner {
    @Override
    public boolean owns(String processId) {
        return processId.startsWith("probe-");
    }

    @Override
    public List<Owed> owed(@Nullable UUID after, int most) {
        return List.of();
    }

    @Override
    public Optional<String> beginAnew(Owed owed, boolean anotherEngine) {
        return Optional.empty();
    }

    @Override
    public Optional<String> nameOf(UUID recordId) {
        return Optional.of("Probe " + recordId);
    }

    @Override
    public Optional<String> diagram(String processId, long definitionKey) {
        return Optional.of(ShippedDiagrams.read(processId));
    }
}
