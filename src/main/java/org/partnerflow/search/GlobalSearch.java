package org.partnerflow.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Texts;

/** Finds records of every type by the beginnings of words of their names; where that gives little, also inside of words. */
@ApplicationScoped
class GlobalSearch {
    private static final int MOST_WORDS = 6;

    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Transactional
    List<SearchEntry> find(String text, int limit) {
        var words = Folding.words(text).stream().distinct().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<>(byWords(text, words, limit));
        if (found.size() < limit) {
            found.addAll(
                    inside(text, found.stream().map(entry -> entry.recordId).toList(), limit - found.size()));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<SearchEntry> byWords(String text, List<String> words, int limit) {
        var sql = new StringBuilder("select e.* from search_entry e where e.organisation_id = :organisation");
        var parameters = new HashMap<String, Object>();
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and e.record_id in (select t.record_id from search_term t"
                    + " where t.organisation_id = :organisation and t.term like :word" + i + " escape '!')");
            parameters.put("word" + i, Texts.forLike("w:" + words.get(i)) + "%");
        }
        sql.append(
                " order by (e.folded_title = :text) desc, (e.folded_title like :start escape '!') desc, e.folded_title, e.record_id");
        var query = entities.createNativeQuery(sql.toString(), SearchEntry.class)
                .setParameter("organisation", actors.current().organisation())
                .setParameter("text", Folding.fold(text.strip()))
                .setParameter("start", Texts.forLike(Folding.fold(text.strip())) + "%");
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<SearchEntry> inside(String text, List<UUID> without, int limit) {
        var known = without.isEmpty() ? List.of(new UUID(0, 0)) : without;
        return entities.createNativeQuery("""
                        select e.* from search_entry e
                        where e.organisation_id = :organisation and e.folded_title like :text escape '!' and e.record_id not in (:known)
                        order by e.folded_title, e.record_id""", SearchEntry.class)
                .setParameter("organisation", actors.current().organisation())
                .setParameter("text", "%" + Texts.forLike(Folding.fold(text.strip())) + "%")
                .setParameter("known", known)
                .setMaxResults(limit)
                .getResultList();
    }
}
