package org.partnerflow.deal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.Closings;
import org.partnerflow.diagram.DiagramAnalysis;
import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.diagram.WaitingPlaces;
import org.partnerflow.engine.Processes;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** The versions that deals run on, and the workflow that new ones begin in. */
@ApplicationScoped
class DealVersions {
    @Inject
    Workflows workflows;

    @Inject
    WorkflowVersions stored;

    @Inject
    Actors actors;

    /** A published version with what its diagram says about stages and moves. */
    record Version(UUID id, UUID workflowId, int number, boolean carriesTimers, DiagramAnalysis analysis) {

        static Version from(Workflows.Version version) {
            return new Version(
                    version.id(), version.workflowId(), version.number(), version.carriesTimers(), version.analysis());
        }

        /** In the order of the diagram. */
        List<Stage> stages() {
            return analysis.stages();
        }

        Optional<Stage> find(String elementId) {
            return analysis.stage(elementId);
        }

        Stage stage(String elementId) {
            return find(elementId)
                    .orElseThrow(() -> new IllegalStateException(
                            "Expected the deal's stage in version %d, but it has none.".formatted(number)));
        }

        /** Where a new deal is on its way to. */
        String entryColumn() {
            return MoveRules.column(analysis.entry().getFirst());
        }

        /** Whether the diagram lets the deal rest on the way to its target. */
        boolean waitsOn(Move move) {
            return move.steps().stream().anyMatch(analysis.waits()::contains);
        }

        String columnName(String column) {
            return switch (column) {
                case "WON" -> "Won";
                case "LOST" -> "Lost";
                default -> find(column).map(Stage::name).orElse(column);
            };
        }
    }

    /** The given workflow, or the organisation's default one; partners begin deals in no other. */
    Workflows.Ready forNewDeal(@Nullable UUID workflowId) {
        var standard = workflows.defaultWorkflow();
        if (workflowId == null || workflowId.equals(standard.id())) {
            return standard;
        }
        if (!actors.current().isStaff()) {
            throw Problems.invalid("workflowId", "Expected none: your deals begin in the default workflow.");
        }
        return workflows.all().stream()
                .filter(workflow -> workflow.id().equals(workflowId))
                .findFirst()
                .orElseThrow(
                        () -> Problems.invalid("workflowId", "Expected a published workflow of this organisation."));
    }

    Version of(UUID versionId) {
        return Version.from(workflows.version(versionId));
    }

    /** A published version of a workflow by its number. */
    Version numbered(UUID workflowId, int number) {
        return stored.find("workflowId = ?1 and number = ?2", workflowId, number)
                .firstResultOptional()
                .map(version -> of(version.id()))
                .orElseThrow(() -> Problems.invalid("version", "Expected the number of a published version."));
    }

    /** The version that the process instance of a deal runs on, by the engine's count: its own, unless it was moved. */
    Version running(Deal deal, int processVersion) {
        return Stream.of(deal.workflowVersionId(), deal.migratingToId())
                .filter(Objects::nonNull)
                .map(workflows::version)
                .filter(version -> version.processVersion() == processVersion)
                .findFirst()
                .or(() -> workflows.running(deal.workflowId(), processVersion))
                .map(Version::from)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a published version for version %d of the process, but it is not stored (yet)."
                                .formatted(processVersion)));
    }

    /** Whether the engine knows the version, so that a deal can start on it; else the publication starts the deal. */
    boolean isKnownToEngine(Version version) {
        return workflows.version(version.id()).published() || !stored.lockIfPublishing(version.id());
    }

    /** What the engine counts a published version as. */
    int processVersion(Version version) {
        return workflows.version(version.id()).processVersion();
    }

    Processes.Beginning beginning(Version version, String elementId) {
        var published = workflows.version(version.id());
        return new Processes.Beginning(published.processVersion(), published.definitionKey(), elementId);
    }

    /** What may go on when a deal is closed on a version. */
    Closings closings(Version version) {
        return workflows.closings(workflows.version(version.id()));
    }

    /** Where deals stay on a version. */
    WaitingPlaces places(Version version) {
        return workflows.places(workflows.version(version.id()));
    }
}
