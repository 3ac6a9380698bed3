package org.partnerflow.rules.table;

import java.util.List;

import org.partnerflow.shared.Texts;

/** A spreadsheet that cannot be read, with a sentence for each place. Lines are counted from 1, the header included. */
public final class CsvProblem extends RuntimeException {

    /** {@code column} is the header of the column; empty if the whole line or file is meant. */
    public record Place(long line, String column, String message) {
        private static final int LONGEST_ECHO = 60;

        /** As much of a cell as is told back. */
        static String brief(String cell) {
            return Texts.brief(cell, LONGEST_ECHO);
        }
    }

    private final transient List<Place> places;

    CsvProblem(List<Place> places) {
        super(places.isEmpty() ? "The file cannot be read." : places.getFirst().message());
        this.places = List.copyOf(places);
    }

    public List<Place> places() {
        return places;
    }
}
