package org.partnerflow.deal;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** A note on a deal. */
@Entity
@Table(name = "deal_note")
class DealNote extends DealAddition {
    static final int LONGEST = 10_000;

    @Column(name = "note")
    private String text;

    protected DealNote() {}

    DealNote(UUID dealId, String text, boolean shared, Actor author) {
        super(dealId, shared, author);
        this.text = checked(text);
    }

    /** Changes the text, which only its author may, and whether partners see it. */
    void edit(String newText, boolean share, Actor by) {
        var checked = checked(newText);
        if (!checked.equals(text) && !isBy(by)) {
            throw Problems.forbidden(
                    "Expected the author to change the text, but this note is by %s. You may change whether it is shared."
                            .formatted(authorName()));
        }
        share(share, by, "note");
        text = checked;
    }

    boolean says(String words) {
        return text.equals(checked(words));
    }

    private static String checked(String text) {
        var lines = Texts.optionalLines("text", text, LONGEST);
        if (lines == null) {
            throw Problems.invalid("text", "Expected a note of 1 to %d characters.".formatted(LONGEST));
        }
        return lines;
    }

    String text() {
        return text;
    }
}
