package org.partnerflow.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.partnerflow.search.match.Folding;
import org.partnerflow.search.match.PhoneKey;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.PlainText;
import org.partnerflow.shared.Texts;

/**
 * Finds records of every type that the caller may see. Staff find what is in the index by the beginnings of words, by whole addresses
 * and phone numbers, with a slip in a word where nothing is spelt so, and inside of words; everything else as its list finds it, or
 * with a slip as well.
 */
@ApplicationScoped
class GlobalSearch {
    private static final int MOST_WORDS = 6;
    private static final int MOST_OF_A_LIST = 5;
    private static final Pattern NUMBER =
            Pattern.compile("[+(]?[\\d\\p{Nd}\\s()./-]{6,}(?:\\s*(?:ext\\.?|x|#)\\s*\\d+)?");

    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Inject
    Instance<SearchSource> sources;

    /** A record that was found. */
    record Hit(String recordType, SearchSource.Found found) {}

    @Transactional
    List<Hit> find(String text, int limit) {
        var typed = NormalForm.of(text);
        if (typed.isEmpty()) {
            return List.of();
        }
        var actor = actors.current();
        var visible = sources.stream()
                .filter(source -> actor.permissions().contains(source.permission()))
                .toList();
        var listed = visible.stream()
                .filter(source -> !(actor.isStaff() && source.isIndexed()))
                .flatMap(source -> listed(source, typed, Math.min(limit, MOST_OF_A_LIST)).stream()
                        .map(found -> new Hit(source.recordType().word(), found)))
                .toList();
        var types = visible.stream()
                .filter(source -> actor.isStaff() && source.isIndexed())
                .map(source -> source.recordType().word())
                .toList();
        var room = Math.max(limit - listed.size(), (limit + 1) / 2);
        var hits = new ArrayList<Hit>();
        if (!types.isEmpty()) {
            indexed(typed, types, room)
                    .forEach(entry -> hits.add(new Hit(
                            entry.recordType, new SearchSource.Found(entry.recordId, entry.title, entry.subtitle))));
        }
        hits.addAll(listed);
        return hits.stream().limit(limit).toList();
    }

    private static List<SearchSource.Found> listed(SearchSource source, String typed, int limit) {
        var found = source.find(typed, limit);
        return found.isEmpty() ? SlipSearch.find(source, typed, limit) : found;
    }

    private List<SearchEntry> indexed(String text, List<String> types, int limit) {
        var found = new LinkedHashMap<UUID, SearchEntry>();
        var number = PlainText.of(text);
        if (NUMBER.matcher(number).matches()) {
            PhoneKey.of(number)
                    .ifPresent(key ->
                            add(found, byTerms(text, types, List.of("= :word0"), Map.of("word0", "t:" + key), limit)));
        }
        var words = words(text);
        if (!words.isEmpty()) {
            add(found, spelt(text, types, words, limit));
            if (found.isEmpty()) {
                add(found, withSlips(text, types, words, limit));
            }
            if (found.size() < limit) {
                add(found, inside(text, types, limit));
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    private static void add(Map<UUID, SearchEntry> found, List<SearchEntry> more) {
        more.forEach(entry -> found.putIfAbsent(entry.recordId, entry));
    }

    /** An address is one word. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var part : text.split(" ")) {
            if (part.contains("@")) {
                words.add(EmailAddress.normal(part));
            } else {
                words.addAll(Folding.words(part));
            }
        }
        return words.stream().distinct().limit(MOST_WORDS).toList();
    }

    private List<SearchEntry> spelt(String text, List<String> types, List<String> words, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        for (int i = 0; i < words.size(); i++) {
            conditions.add("like :word" + i + " escape '!'");
            parameters.put("word" + i, Texts.forLike(IndexTerms.word(words.get(i))) + "%");
        }
        return byTerms(text, types, conditions, parameters, limit);
    }

    private List<SearchEntry> withSlips(String text, List<String> types, List<String> words, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        for (int i = 0; i < words.size(); i++) {
            var typed = IndexTerms.typed(words.get(i));
            conditions.add("in (:word" + i + ")");
            parameters.put("word" + i, typed.isEmpty() ? List.of(IndexTerms.word(words.get(i))) : typed);
        }
        return byTerms(text, types, conditions, parameters, limit);
    }

    /** Entries that have a term for each of the conditions; those whose title begins as the text does come first. */
    @SuppressWarnings("unchecked")
    private List<SearchEntry> byTerms(
            String text, List<String> types, List<String> conditions, Map<String, Object> parameters, int limit) {
        var terms = conditions.stream()
                .map(condition -> " and e.record_id in (select t.record_id from search_term t"
                        + " where t.organisation_id = :organisation and t.term " + condition + ")")
                .collect(Collectors.joining());
        var query = entities.createNativeQuery(
                        "select e.* from search_entry e where e.organisation_id = :organisation and e.record_type in (:types)"
                                + terms
                                + " order by (e.folded_title = :text) desc, (e.folded_title like :start escape '!') desc,"
                                + " e.folded_title, e.record_id",
                        SearchEntry.class)
                .setParameter("organisation", actors.current().organisation())
                .setParameter("types", types)
                .setParameter("text", Folding.fold(text))
                .setParameter("start", Texts.forLike(Folding.fold(text)) + "%");
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<SearchEntry> inside(String text, List<String> types, int limit) {
        return entities.createNativeQuery("""
                        select e.* from search_entry e
                        where e.organisation_id = :organisation and e.record_type in (:types)
                          and e.folded_title like :text escape '!'
                        order by e.folded_title, e.record_id""", SearchEntry.class)
                .setParameter("organisation", actors.current().organisation())
                .setParameter("types", types)
                .setParameter("text", "%" + Texts.forLike(Folding.fold(text)) + "%")
                .setMaxResults(limit)
                .getResultList();
    }
}
