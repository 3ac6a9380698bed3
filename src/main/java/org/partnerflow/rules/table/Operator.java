package org.partnerflow.rules.table;

/** How a cell compares. The words are those of the spreadsheet and of the page. */
public enum Operator {
    ANY_OF("any of", "One of these texts, in upper or lower case.", Arity.MANY),
    STARTS_WITH("starts with", "A text that begins with one of these.", Arity.MANY),
    IS_EMPTY("is empty", "Nothing is filled in.", Arity.NONE),
    BETWEEN("between", "From the first number to the second, both included.", Arity.TWO),
    AT_LEAST("at least", "This number or more.", Arity.ONE),
    AT_MOST("at most", "This number or less.", Arity.ONE);

    /** How many values a cell with this operator takes. */
    public enum Arity {
        NONE,
        ONE,
        TWO,
        MANY
    }

    private final String label;
    private final String help;
    private final Arity arity;

    Operator(String label, String help, Arity arity) {
        this.label = label;
        this.help = help;
        this.arity = arity;
    }

    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    public Arity arity() {
        return arity;
    }
}
