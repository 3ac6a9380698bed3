package org.partnerflow.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.search.match.Described;
import org.partnerflow.search.match.Described.Kind;
import org.partnerflow.search.match.PhoneKey;
import org.partnerflow.search.match.WebSite;

/**
 * What the search knows of a record. Put it again whenever one of these changes.
 *
 * @param recordType as in the audit trail, for example {@code partner-account}; pages know the path that belongs to it
 * @param kind what the title is the name of; null where records are not compared with one another
 * @param title the name that is searched and shown
 * @param subtitle shown below the title and searched as well, for example a town or an account
 * @param place town, and the like: makes a duplicate more or less likely
 * @param people whom somebody may remember of it
 */
public record SearchDocument(
        String recordType,
        UUID recordId,
        @Nullable Kind kind,
        String title,
        @Nullable String subtitle,
        @Nullable String website,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String place,
        List<Person> people) {

    /** Somebody of the record, by whom it is found: their name, address and phone number. */
    public record Person(String name, String email, String phone) {}

    /** A record that is found by nobody else. */
    public SearchDocument(
            String recordType,
            UUID recordId,
            @Nullable Kind kind,
            String title,
            @Nullable String subtitle,
            @Nullable String website,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String place) {
        this(recordType, recordId, kind, title, subtitle, website, email, phone, place, List.of());
    }

    /** A record that has nothing but a name. */
    public static SearchDocument of(String recordType, UUID recordId, String title, @Nullable String subtitle) {
        return new SearchDocument(recordType, recordId, null, title, subtitle, null, null, null, null);
    }

    /** A record that has a name and people. */
    public static SearchDocument withPeople(String recordType, UUID recordId, String title, List<Person> people) {
        return new SearchDocument(recordType, recordId, null, title, null, null, null, null, null, people);
    }

    /** What is compared with others of its kind. */
    public Optional<Described> described() {
        return Optional.ofNullable(kind)
                .map(known -> new Described(known, recordId, title, subtitle, websiteKey(), email, phoneKey(), place));
    }

    @Nullable
    String websiteKey() {
        return WebSite.key(website).orElse(null);
    }

    @Nullable
    String phoneKey() {
        return PhoneKey.of(phone).orElse(null);
    }
}
