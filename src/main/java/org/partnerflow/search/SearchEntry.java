package org.partnerflow.search;

import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.partnerflow.search.match.Described;
import org.partnerflow.search.match.Described.Kind;

/** A record as the search knows it; written by {@link SearchIndex} in SQL. */
@Entity
@Immutable
@Table(name = "search_entry")
@Filter(name = "organisation")
class SearchEntry {
    @Id
    @Column(name = "record_id")
    UUID recordId;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "record_type")
    String recordType;

    @Nullable
    @Enumerated(EnumType.STRING)
    Kind kind;

    String title;

    @Nullable
    String subtitle;

    @Column(name = "folded_title")
    String foldedTitle;

    @Column(name = "website_host")
    @Nullable
    String websiteHost;

    @Nullable
    String email;

    @Column(name = "phone_digits")
    @Nullable
    String phoneDigits;

    @Nullable
    String place;

    protected SearchEntry() {}

    /** What is compared with others of its kind; only for entries that have a kind. */
    Described described() {
        return new Described(
                Objects.requireNonNull(kind), recordId, title, subtitle, websiteHost, email, phoneDigits, place);
    }
}
