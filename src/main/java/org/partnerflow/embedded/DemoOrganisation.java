package org.partnerflow.embedded;

import java.util.UUID;

/** The demo organisation and the ids of its users, of whom each logs in as {@code <role>@demo.example}. */
public record DemoOrganisation(
        UUID id, UUID admin, UUID opsManager, UUID broker, UUID technician, UUID partner, UUID customer) {
    public static final String PASSWORD = "demo-partnerflow";
    public static final String ADMIN_EMAIL = "admin@demo.example";
    public static final String PARTNER_EMAIL = "partner@demo.example";
    public static final String CUSTOMER_EMAIL = "customer@demo.example";
}
