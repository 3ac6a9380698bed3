package org.partnerflow.partner;

import java.util.List;
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
import org.partnerflow.search.match.Candidates;
import org.partnerflow.search.match.Described;
import org.partnerflow.search.match.Described.Kind;
import org.partnerflow.shared.PhoneNumber;
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

    /** From here to the end of the transaction nobody else makes or renames accounts: what {@link #of} says stays true. */
    public void alone() {
        finder.alone(ACCOUNT);
    }

    /** The lines of a file that are likely the same company. */
    public List<Duplicate> among(Candidates others, UUID id, AccountForm form) {
        return finder.find(document(id, form), others);
    }

    /** As others see a line of a file that is not an account yet. */
    public Described described(UUID id, AccountForm form) {
        return document(id, form).described().orElseThrow();
    }

    /** Asks (409) when there are likely duplicates that the person has not seen yet. */
    void ask(UUID accountId, AccountForm form, @Nullable AccountForm before, Set<UUID> seen) {
        finder.ask(
                document(accountId, form),
                before == null ? null : document(accountId, before),
                seen,
                "There may be an account for this company already. Open it, or say that this is another company.");
    }

    static SearchDocument document(UUID accountId, AccountForm form) {
        return new SearchDocument(
                ACCOUNT,
                accountId,
                Kind.ORGANISATION,
                form.name(),
                place(form),
                form.website(),
                null,
                phone(form),
                place(form));
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
