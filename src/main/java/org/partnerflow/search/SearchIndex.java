package org.partnerflow.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jspecify.annotations.Nullable;

import org.partnerflow.search.match.Folding;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Sql;
import org.partnerflow.shared.Texts;

/** Where the owners of records put what is to be found, in the transaction that changes the record. */
@ApplicationScoped
public class SearchIndex {
    private static final int ROWS_AT_ONCE = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_KEY = 255;

    @Inject
    Sql sql;

    @Inject
    Actors actors;

    @Transactional(TxType.MANDATORY)
    public void put(SearchDocument document) {
        putAll(List.of(document));
    }

    /** Puts many at once, as imports do; each replaces what was known of its record. */
    @Transactional(TxType.MANDATORY)
    public void putAll(List<SearchDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        var organisation = actors.current().organisation();
        sql.update(
                "delete from search_term where record_id in (%s)".formatted(Sql.places(documents.size())),
                documents.stream().map(SearchDocument::recordId).toArray());
        var entries = documents.stream()
                .map(document -> entry(organisation, document))
                .toList();
        insert(
                "replace into search_entry (record_id, organisation_id, record_type, kind, title, subtitle, folded_title,"
                        + " website_host, email, phone_digits, place) values ",
                entries);
        var terms = documents.stream()
                .flatMap(document -> IndexTerms.of(document).stream()
                        .map(term -> new Object[] {organisation, term, document.recordId()}))
                .toList();
        insert("insert into search_term (organisation_id, term, record_id) values ", terms);
    }

    @Transactional(TxType.MANDATORY)
    public void remove(UUID recordId) {
        for (var table : List.of("search_term", "search_entry")) {
            sql.update(
                    "delete from " + table + " where record_id = ? and organisation_id = ?",
                    recordId,
                    actors.current().organisation());
        }
    }

    private static Object[] entry(UUID organisation, SearchDocument document) {
        return new Object[] {
            document.recordId(),
            organisation,
            document.recordType(),
            document.kind() == null ? null : document.kind().name(),
            cut(document.title()),
            cut(document.subtitle()),
            cut(Folding.fold(document.title())),
            cut(document.websiteKey(), LONGEST_KEY),
            document.email(),
            document.phoneKey(),
            document.place()
        };
    }

    private void insert(String into, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var part = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
            var row = "(" + Sql.places(part.getFirst().length) + ")";
            sql.update(
                    into + String.join(", ", Collections.nCopies(part.size(), row)),
                    part.stream().flatMap(Arrays::stream).toArray());
        }
    }

    private static @Nullable String cut(@Nullable String text) {
        return cut(text, LONGEST_TITLE);
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null ? null : Texts.cut(text, longest);
    }
}
