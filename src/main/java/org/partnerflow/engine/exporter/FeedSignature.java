package org.partnerflow.engine.exporter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows that a batch comes from a broker that knows the secret, and when it was made. Both ends use this. */
public final class FeedSignature {
    /** Seconds since 1970 at which the batch was signed. */
    public static final String TIME_HEADER = "X-Partnerflow-Time";

    public static final String SIGNATURE_HEADER = "X-Partnerflow-Signature";
    public static final int SHORTEST_SECRET = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private FeedSignature() {}

    public static String of(String secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected a JDK that knows " + ALGORITHM, e);
        }
    }

    /** Takes the same time for every wrong signature. */
    public static boolean isRight(String signature, String secret, String time, byte[] body) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8),
                of(secret, time, body).getBytes(StandardCharsets.UTF_8));
    }
}
