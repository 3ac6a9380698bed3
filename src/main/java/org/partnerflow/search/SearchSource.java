package org.partnerflow.search;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.record.RecordType;

/** Finds records of one type for the global search, those that the caller may see; each type that is searched has one. */
public interface SearchSource {

    /** What is shown of a record that was found. */
    record Found(UUID id, String title, @Nullable String subtitle) {}

    /** As in the audit trail; pages know the path that belongs to it. */
    RecordType recordType();

    /** What one must be allowed to do to see records of the type. */
    String permission();

    /** Whether staff find these records by the index, where {@link SearchIndex} has put them. */
    default boolean isIndexed() {
        return false;
    }

    /** What the index holds of the records behind an id, in the order of their ids; the first ones for null. */
    default List<SearchDocument> documents(@Nullable UUID after, int limit) {
        return List.of();
    }

    /** As the list of these records finds them. */
    List<Found> find(String text, int limit);
}
