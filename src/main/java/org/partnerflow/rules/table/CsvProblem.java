package org.partnerflow.rules.table;

import java.util.List;

/** A spreadsheet that cannot be read, with a sentence for each place. Lines are counted from 1, the header included. */
public final class CsvProblem extends RuntimeException {

    /** {@code column} is the header of the column; empty if the whole line or file is meant. */
    public record Place(long line, String column, String message) {}

    private final transient List<Place> places;

    CsvProblem(List<Place> places) {
        super(places.isEmpty() ? "The file cannot be read." : places.getFirst().message());
        this.places = List.copyOf(places);
    }

    public List<Place> places() {
        return places;
    }
}
