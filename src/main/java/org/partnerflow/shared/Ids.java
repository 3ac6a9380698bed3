package org.partnerflow.shared;

import java.nio.ByteBuffer;
import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Time-ordered ids (UUID version 7), and their form in the database. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** The 16 bytes of a BINARY(16) column, for SQL that bypasses Hibernate. */
    public static byte[] toBytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static UUID fromBytes(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
