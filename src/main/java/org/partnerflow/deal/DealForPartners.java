package org.partnerflow.deal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;

/**
 * What partners learn of what happens to a deal that they see: which entries of the trail, with which details. What is not named here
 * they do not learn of, as it alters nothing that they see.
 */
final class DealForPartners {
    private static final String SHARED = "shared";

    /** What their activity tells, with the details that it shows. */
    private static final Map<String, Set<String>> TOLD = Map.of(
            AuditAction.DEAL_CREATED.word(), Set.of("name", "workflow"),
            AuditAction.DEAL_EDITED.word(), Set.of("name", "value", "ownerId", "ownerUserId", "partnerUserId"),
            AuditAction.DEAL_MOVED.word(), Set.of("from", "to", "outcome"),
            AuditAction.DEAL_STAGE_ENTERED.word(), Set.of("stage"),
            AuditAction.DEAL_WON.word(), Set.of(),
            AuditAction.DEAL_LOST.word(), Set.of());

    /** The same for what was added, as long as it is shared. */
    private static final Map<String, Set<String>> TOLD_IF_SHARED = Map.of(
            AuditAction.DEAL_NOTE_ADDED.word(), Set.of("noteId", SHARED),
            AuditAction.DEAL_FILE_ADDED.word(), Set.of("fileId", SHARED, "name"));

    /** What alters their page besides, and is not told. */
    private static final Set<String> SEEN = Set.of(
            AuditAction.DEAL_CONTACT_ADDED.word(),
            AuditAction.DEAL_CONTACT_EDITED.word(),
            AuditAction.DEAL_CONTACT_REMOVED.word(),
            AuditAction.DEAL_WAIT_SKIPPED.word(),
            AuditAction.DEAL_PUT_ON_STAGE.word(),
            AuditAction.DEAL_PUT_ON_STAGE_REFUSED.word(),
            AuditAction.DEAL_BEGUN_ANEW.word(),
            AuditAction.DEAL_MIGRATION_REQUESTED.word(),
            AuditAction.DEAL_MIGRATION_REFUSED.word(),
            AuditAction.DEAL_MIGRATED.word());

    private static final Set<String> SEEN_IF_SHARED = Set.of(
            AuditAction.DEAL_NOTE_EDITED.word(),
            AuditAction.DEAL_FILE_SHARED.word(),
            AuditAction.DEAL_FILE_REMOVED.word());

    private DealForPartners() {}

    static boolean isTold(String action, Map<String, ?> details, Set<UUID> sharedNow) {
        return TOLD.containsKey(action) || TOLD_IF_SHARED.containsKey(action) && isAmong(sharedNow, details);
    }

    /** Those of the details that they may read. */
    static Map<String, Object> told(String action, Map<String, Object> details) {
        var readable = TOLD_IF_SHARED.getOrDefault(action, TOLD.getOrDefault(action, Set.of()));
        return details.entrySet().stream()
                .filter(detail -> readable.contains(detail.getKey()))
                .filter(detail -> detail.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether it depends on what was added to the deal, so that {@link #altersWhatIsShared} has to be asked. */
    static boolean isOfAnAddition(String action) {
        return TOLD_IF_SHARED.containsKey(action) || SEEN_IF_SHARED.contains(action);
    }

    static boolean isSeen(String action, Map<String, ?> details, Viewer viewer) {
        return TOLD.containsKey(action)
                || SEEN.contains(action)
                || action.equals(AuditAction.DEAL_SHARED.word())
                        && String.valueOf(viewer.partnerUserId()).equals(details.get("partnerUserId"))
                || action.equals(AuditAction.DEAL_NOTICE_GIVEN.word())
                        && DealMessages.Receiver.PARTNER.name().equals(details.get("to"));
    }

    /** What is shared now, was when it happened, or began or ceased to be. */
    static boolean altersWhatIsShared(Map<String, ?> details, Set<UUID> sharedNow) {
        var shared = details.get(SHARED);
        return Boolean.TRUE.equals(shared) || shared instanceof Map || isAmong(sharedNow, details);
    }

    private static boolean isAmong(Set<UUID> additions, Map<String, ?> details) {
        var id = id(details.get("noteId"), details.get("fileId"));
        return id != null && additions.contains(UUID.fromString(id.toString()));
    }

    private static @Nullable Object id(@Nullable Object note, @Nullable Object file) {
        return note == null ? file : note;
    }
}
