package org.partnerflow.deal;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.shared.Actor;

/**
 * Where a deal can go from where it stands, for whoever looks.
 *
 * @param moves what the diagram offers
 * @param elsewhere says where the stage leads, for anybody who tries another way
 * @param whyNot why the viewer may not move it; null when they may
 * @param requires none, note or file
 */
@Schema(name = "DealPosition")
public record Position(
        String elementId,
        String stageName,
        List<MoveRules.Offer> moves,
        String elsewhere,
        @Nullable String whyNot,
        String requires) {

    static Position of(Stage stage, Actor.Kind viewer, boolean hasPartner) {
        return new Position(
                stage.elementId(),
                stage.name(),
                MoveRules.offers(stage),
                MoveRules.ways(stage),
                MoveRules.whyNot(stage, viewer, hasPartner).orElse(null),
                stage.requires());
    }

    /** Cards with the same key have the same position. */
    static String key(UUID versionId, String elementId, boolean hasPartner) {
        return versionId + ":" + elementId + (hasPartner ? ":partner" : "");
    }
}
