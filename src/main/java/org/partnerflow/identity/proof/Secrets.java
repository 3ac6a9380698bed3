package org.partnerflow.identity.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
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

/** Makes and compares passwords and tokens. */
@ApplicationScoped
public class Secrets {
    private static final int TOKEN_BYTES = 32;
    /** Marks the hashes of whole passwords; the ones without it are of the first 72 bytes, since bcrypt reads no more. */
    private static final String WHOLE = "whole:";

    @Inject
    ProofConfig config;

    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable String nobodysHash;

    public String hashPassword(String password) {
        return WHOLE + BcryptUtil.bcryptHash(whole(password), config.passwordCost());
    }

    /** Takes as long when there is no hash, so that nobody learns from the time whether an account exists. */
    public boolean passwordMatches(String password, @Nullable String hash) {
        if (nobodysHash == null) {
            nobodysHash = hashPassword("nobody");
        }
        boolean matches = matches(password, hash == null ? nobodysHash : hash);
        return hash != null && matches;
    }

    /** Whether the hash is of an older kind, to be replaced when the password is known. */
    public boolean isOutdated(String hash) {
        return !hash.startsWith(WHOLE);
    }

    private static boolean matches(String password, String hash) {
        return hash.startsWith(WHOLE)
                ? matchesBcrypt(whole(password), hash.substring(WHOLE.length()))
                : matchesBcrypt(password, hash);
    }

    private static boolean matchesBcrypt(String password, String hash) {
        try {
            var provider = WildFlyElytronPasswordProvider.getInstance();
            Password raw = ModularCrypt.decode(hash);
            var factory = PasswordFactory.getInstance(raw.getAlgorithm(), provider);
            return factory.verify(factory.translate(raw), password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What bcrypt gets in place of a password: as long for every one, and the same however a keyboard composes its letters. */
    private static String whole(String password) {
        var composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        return Base64.getEncoder().encodeToString(digest("SHA-384", composed));
    }

    public String randomToken() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The token of a mailed link: always the same for an id, and only to be made with the application's secret. */
    public String linkToken(UUID id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(config.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(Ids.toBytes(id)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] hashToken(String token) {
        return digest("SHA-256", token);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
