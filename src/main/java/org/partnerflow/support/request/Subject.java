package org.partnerflow.support.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import org.partnerflow.partner.Picklist;
import org.partnerflow.partner.Picklists;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/**
 * What a request is about, as the customer wrote it.
 *
 * @param product and category are conditions of the assignment rules
 */
@Embeddable
public record Subject(
        @Column(name = "subject") String title,
        @Column(name = "description") String text,
        @Enumerated(EnumType.STRING) Priority priority,
        @Nullable String product,
        @Nullable String category) {
    static final int LONGEST_TITLE = 150;
    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_WORD = 100;

    /** Checks what somebody typed; the fields of problems are those of the form. */
    public static Subject of(
            String title, String text, Priority priority, @Nullable String product, @Nullable String category) {
        return new Subject(
                Texts.line("subject", title, LONGEST_TITLE),
                checkedText("text", text),
                priority,
                Texts.optionalLine("product", product, LONGEST_WORD),
                Texts.optionalLine("category", category, LONGEST_WORD));
    }

    /** As the organisation's picklists have it; a problem (400) at each field with a value that is not on offer. */
    Subject chosen(Picklists.Offered lists) {
        Problems.expect(() -> productOf(lists), () -> categoryOf(lists));
        return new Subject(title, text, priority, productOf(lists), categoryOf(lists));
    }

    private @Nullable String productOf(Picklists.Offered lists) {
        return lists.chosen(Picklist.PRODUCT, "product", product, null);
    }

    private @Nullable String categoryOf(Picklists.Offered lists) {
        return lists.chosen(Picklist.REQUEST_CATEGORY, "category", category, null);
    }

    static String checkedText(String field, String text) {
        var checked = Texts.optionalLines(field, text, LONGEST_TEXT);
        if (checked == null) {
            throw Problems.invalid(field, "Expected 1 to %d characters.".formatted(LONGEST_TEXT));
        }
        return checked;
    }
}
