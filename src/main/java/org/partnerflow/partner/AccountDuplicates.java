package org.partnerflow.partner;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.search.Duplicate;
import org.partnerflow.search.DuplicateFinder;
import org.partnerflow.search.SearchDocument;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Knows how accounts are found, and which of them may be the same company. */
@ApplicationScoped
public class AccountDuplicates {
    public static final String ACCOUNT = "partner-account";

    @Inject
    DuplicateFinder finder;

    /** The accounts that are likely the same company as the one entered, the likeliest first. */
    public List<Duplicate> of(UUID accountId, AccountForm form) {
        return finder.find(document(accountId, form));
    }

    /** Asks (409) when there are likely duplicates that the person has not seen yet. */
    void ask(UUID accountId, AccountForm form, Set<UUID> seen) {
        var unseen = of(accountId, form).stream()
                .filter(duplicate -> !seen.contains(duplicate.recordId()))
                .toList();
        if (!unseen.isEmpty()) {
            throw Problems.conflict(
                    "There may be an account for this company already. Open it, or say that this is another company.",
                    Map.of("duplicates", unseen));
        }
    }

    static SearchDocument document(UUID accountId, AccountForm form) {
        return new SearchDocument(
                ACCOUNT, accountId, form.name(), place(form), form.website(), null, phone(form), place(form));
    }

    /** As it is stored, so that one number is one number however it is written. */
    private static @Nullable String phone(AccountForm form) {
        return PhoneNumber.parse(form.phone(), form.country())
                .flatMap(PhoneNumber::e164)
                .orElse(form.phone());
    }

    static @Nullable String place(AccountForm form) {
        var place = Stream.of(form.town(), form.state(), form.country())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : Texts.cut(place, 200);
    }
}
