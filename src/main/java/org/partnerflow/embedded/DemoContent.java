package org.partnerflow.embedded;

/** What one package shows in the demo organisation; found as a CDI bean, and called once, as the system in that organisation. */
public interface DemoContent {
    /** Lower comes first: partners 10, deals 20, leads 30, support 40. */
    int order();

    /** Adds the content through the package's public services, as a person would. Opens its own transactions. */
    void add(DemoOrganisation demo);
}
