package org.partnerflow.shared;

import io.quarkus.arc.Arc;

/** The country of the current organisation: numbers written without a country's code are of it. */
public interface HomeCountry {
    String SHIPPED = "US";

    /** Two letters (ISO 3166). */
    String code();

    /** Of the running application; outside of it, as in a migration or a test without it, the shipped one. */
    static String current() {
        var container = Arc.container();
        if (container == null) {
            return SHIPPED;
        }
        var home = container.instance(HomeCountry.class);
        return home.isAvailable() ? home.get().code() : SHIPPED;
    }
}
