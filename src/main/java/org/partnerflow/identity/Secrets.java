package org.partnerflow.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.elytron.security.common.BcryptUtil;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.util.ModularCrypt;

import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Problems;

/** Makes and compares passwords and tokens. */
@ApplicationScoped
class Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int SHORTEST_PASSWORD = 10;

    @Inject
    IdentityConfig config;

    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable String nobodysHash;

    /** Refuses a new password that is too short, at the field of the form that it came in. */
    static void checkLength(String field, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw Problems.invalid(field, "Expected at least %d characters.".formatted(SHORTEST_PASSWORD));
        }
    }

    String hashPassword(String password) {
        return BcryptUtil.bcryptHash(password, config.passwordCost());
    }

    /** Takes as long when there is no hash, so that nobody learns from the time whether an account exists. */
    boolean passwordMatches(String password, @Nullable String hash) {
        if (nobodysHash == null) {
            nobodysHash = hashPassword("nobody");
        }
        boolean matches = matches(password, hash == null ? nobodysHash : hash);
        return hash != null && matches;
    }

    private static boolean matches(String password, String hash) {
        try {
            var provider = WildFlyElytronPasswordProvider.getInstance();
            Password raw = ModularCrypt.decode(hash);
            var factory = PasswordFactory.getInstance(raw.getAlgorithm(), provider);
            return factory.verify(factory.translate(raw), password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String randomToken() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The token of a mailed link: always the same for an id, and only to be made with the application's secret. */
    String linkToken(UUID id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(config.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(Ids.toBytes(id)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] hashToken(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
