package org.partnerflow.identity;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of log-in and sessions. */
@ConfigMapping(prefix = "partnerflow.identity")
public interface IdentityConfig {
    /** Makes the tokens in mailed links; at least 32 characters. Nobody without it can make a token from the database. */
    String secret();

    @WithDefault("12h")
    Duration sessionIdle();

    @WithDefault("7d")
    Duration invitationValid();

    /** Sends the session cookie over HTTPS only. */
    @WithDefault("true")
    boolean secureCookie();

    /** Cost of bcrypt: the logarithm of its rounds. */
    @WithDefault("11")
    int passwordCost();

    /** How many wrong passwords an account may see before it slows down. */
    @WithDefault("5")
    int attemptsPerAccount();

    @WithDefault("100")
    int attemptsPerAddress();

    /** Who is invited as admin when the database is still empty. */
    Optional<FirstStart> firstStart();

    /** The first organisation and its first admin. */
    interface FirstStart {
        String organisation();

        String adminEmail();
    }
}
