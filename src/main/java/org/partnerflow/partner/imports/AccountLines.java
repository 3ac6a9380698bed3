package org.partnerflow.partner.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService;
import org.partnerflow.partner.AccountForm;
import org.partnerflow.partner.PartnerAccountService;
import org.partnerflow.partner.Picklist;
import org.partnerflow.partner.Picklists;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Dates;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Problems.Violation;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Texts;

/** Makes an account form of a line, as the mapping says. */
@ApplicationScoped
class AccountLines {
    private static final String DAY = "2026-03-01";
    private static final Set<Role> STAFF = Arrays.stream(Role.values())
            .filter(role -> role.kind() == Actor.Kind.STAFF)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x");
    private static final Set<String> NO = Set.of("", "no", "n", "false", "0");

    @Inject
    Picklists picklists;

    @Inject
    UserService users;

    @Inject
    PartnerAccountService accounts;

    /** Why a line cannot be imported; the message is for people. */
    static class Refused extends Exception {
        Refused(String reason) {
            super(reason);
        }
    }

    /** The form, checked as if the account were made by hand. */
    AccountForm form(List<String> header, ColumnMapping mapping, List<String> cells) throws Refused {
        if (cells.size() != header.size()) {
            throw new Refused("Expected %d cells, but there are %d.".formatted(header.size(), cells.size()));
        }
        var line = new Cells(header, mapping.columns(), cells);
        try {
            return accounts.checked(new AccountForm(
                    line.require(ImportField.NAME),
                    choice(Picklist.ACCOUNT_TYPE, "Type", line.get(ImportField.TYPE)),
                    choice(Picklist.ACCOUNT_STATUS, "Status", line.get(ImportField.STATUS)),
                    yes(line.get(ImportField.EMPLOYER_PARTNER)),
                    line.get(ImportField.WEBSITE),
                    line.get(ImportField.PHONE),
                    line.get(ImportField.STREET),
                    line.town(),
                    line.state(),
                    line.get(ImportField.POSTCODE),
                    line.get(ImportField.COUNTRY),
                    line.notes(),
                    owner(line.get(ImportField.OWNER))));
        } catch (HttpProblem problem) {
            throw new Refused(reason(problem));
        }
    }

    private @Nullable UUID choice(Picklist list, String what, @Nullable String label) throws Refused {
        if (label == null) {
            return null;
        }
        return picklists
                .byLabel(list, label)
                .orElseThrow(() -> new Refused("%s: expected one of %s, but it is “%s”."
                        .formatted(what, picklists.labels(list), brief(label))));
    }

    private static boolean yes(@Nullable String text) throws Refused {
        var folded = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(folded) && !NO.contains(folded)) {
            throw new Refused("Employer partner: expected yes or no, but it is “%s”.".formatted(brief(folded)));
        }
        return YES.contains(folded);
    }

    /** Since when the account is a partner; null for one that is none. */
    @Nullable
    Instant partnerSince(List<String> header, ColumnMapping mapping, List<String> cells) throws Refused {
        var text = new Cells(header, mapping.columns(), cells).get(ImportField.PARTNER_SINCE);
        try {
            return text == null
                    ? null
                    : text.length() > DAY.length()
                            ? Dates.instant(text)
                            : Dates.day(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("Partner since: expected a day such as %s, but it is “%s”.".formatted(DAY, brief(text)));
        }
    }

    /** By address, or by name where only one member of staff has it. */
    private @Nullable UUID owner(@Nullable String text) throws Refused {
        if (text == null) {
            return null;
        }
        var found = users.membersCalled(STAFF, text);
        if (found.size() > 1) {
            throw new Refused("Owner: expected one member of staff, but %d are called “%s”. Write the email address."
                    .formatted(found.size(), brief(text)));
        }
        return found.stream()
                .map(UserService.Member::id)
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "Owner: expected the email address or the name of a member of staff, but it is “%s”."
                                .formatted(brief(text))));
    }

    private static String reason(HttpProblem problem) {
        return problem.getParameters().get("violations") instanceof List<?> violations
                ? violations.stream()
                        .map(Violation.class::cast)
                        .map(violation -> words(violation.field()) + ": " + lowerFirst(violation.message()))
                        .collect(Collectors.joining(" "))
                : problem.getDetail();
    }

    private static String words(String field) {
        var words = field.replaceAll("Id$", "").replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String brief(String text) {
        return Texts.brief(text, 40);
    }

    /** The cells of one line by field; a cell of blanks is null. */
    private record Cells(List<String> header, List<@Nullable ImportField> columns, List<String> cells) {
        @Nullable
        String get(ImportField field) {
            int column = columns.indexOf(field);
            return column < 0 || cells.get(column).isBlank()
                    ? null
                    : cells.get(column).strip();
        }

        String require(ImportField field) {
            var text = get(field);
            if (text == null) {
                throw Problems.invalid("name", "Expected a name, but the cell is empty.");
            }
            return text;
        }

        /** “Saint Paul, Minnesota” is a town and a state. */
        @Nullable
        String town() {
            var place = get(ImportField.PLACE);
            return place == null ? get(ImportField.TOWN) : place.split(",", 2)[0].strip();
        }

        @Nullable
        String state() {
            var place = get(ImportField.PLACE);
            return place == null ? get(ImportField.STATE) : place.contains(",") ? place.split(",", 2)[1].strip() : null;
        }

        /** All columns that go to the notes; with several, each with its heading. */
        @Nullable
        String notes() {
            var notes = new ArrayList<String>();
            boolean several = columns.stream().filter(ImportField.NOTES::equals).count() > 1;
            for (int i = 0; i < cells.size(); i++) {
                if (columns.get(i) == ImportField.NOTES && !cells.get(i).isBlank()) {
                    notes.add(
                            several
                                    ? header.get(i) + ": " + cells.get(i).strip()
                                    : cells.get(i).strip());
                }
            }
            return notes.isEmpty() ? null : String.join("\n", notes);
        }
    }
}
