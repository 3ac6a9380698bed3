package org.partnerflow.shared;

/** What a user is in an organisation; {@link Permissions} says what each role may do. */
public enum Role {
    ADMIN(Actor.Kind.STAFF),
    OPS_MANAGER(Actor.Kind.STAFF),
    BROKER(Actor.Kind.STAFF),
    TECHNICIAN(Actor.Kind.STAFF),
    PARTNER(Actor.Kind.PARTNER),
    CUSTOMER(Actor.Kind.CUSTOMER);

    private final Actor.Kind kind;

    Role(Actor.Kind kind) {
        this.kind = kind;
    }

    public Actor.Kind kind() {
        return kind;
    }
}
