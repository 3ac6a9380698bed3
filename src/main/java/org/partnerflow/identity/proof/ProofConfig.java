package org.partnerflow.identity.proof;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of passwords, tokens and the slow-down of guessing. */
@ConfigMapping(prefix = "partnerflow.identity")
public interface ProofConfig {
    /** Makes the tokens in mailed links; at least 32 characters. Nobody without it can make a token from the database. */
    String secret();

    /** Cost of bcrypt: the logarithm of its rounds. */
    @WithDefault("11")
    int passwordCost();

    /** How many wrong passwords an account may see before it slows down. */
    @WithDefault("5")
    int attemptsPerAccount();

    /** The same for all that come from one address of the network. */
    @WithDefault("100")
    int attemptsPerAddress();

    /** Addresses or networks (10.0.0.0/8) of our own proxies: what they say of where a request comes from is believed, and nobody else. */
    Optional<List<String>> trustedProxies();
}
