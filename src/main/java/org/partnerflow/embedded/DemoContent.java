package org.partnerflow.embedded;

/** What one package shows in the demo organisation; found as a CDI bean, and called as the system in that organisation. */
public interface DemoContent {
    /** Lower comes first: partners 10, deals 20, leads 30, support 40. */
    int order();

    /** Adds what people need to begin, through the package's public services; runs in one transaction, and once. */
    default void setUp(DemoOrganisation demo) {}

    /**
     * Lets people work on it, so that there is something to see. Opens its own transactions, follows {@link #setUp}, and is not
     * continued when the application ends meanwhile.
     */
    default void play(DemoOrganisation demo) {}
}
