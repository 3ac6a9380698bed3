package org.partnerflow.identity;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of log-in and sessions. */
@ConfigMapping(prefix = "partnerflow.identity")
public interface IdentityConfig {
    /** After this time without a request a session ends. */
    @WithDefault("12h")
    Duration sessionIdle();

    /** How long the link of an invitation works. */
    @WithDefault("7d")
    Duration invitationValid();

    /** Sends the session cookie over HTTPS only. */
    @WithDefault("true")
    boolean secureCookie();

    /** How long the link works that is mailed to who has forgotten the password. */
    @WithDefault("1h")
    Duration passwordResetValid();

    /** How long the links work that confirm another address of a log-in. */
    @WithDefault("24h")
    Duration addressChangeValid();

    /** Who is invited as admin when the database is still empty. */
    Optional<FirstStart> firstStart();

    /** The first organisation and its first admin. */
    interface FirstStart {
        /** The name of the organisation. */
        String organisation();

        /** Where the admin's invitation is mailed to. */
        String adminEmail();
    }
}
