package org.partnerflow.identity;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.partnerflow.identity.Sessions.Login;
import org.partnerflow.identity.proof.Secrets;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

class KnownLoginsTest {
    private static final String TOKEN = "a token";

    private final KnownLogins known = new KnownLogins();
    private final Login login =
            new Login(Ids.next(), Ids.next(), "ada@example.org", "Ada", Ids.next(), "Acme", Set.of(Role.BROKER));

    @BeforeEach
    void hashTokens() {
        known.secrets = new Secrets();
    }

    @Test
    void knowsWhatWasLookedUpAMomentAgo() {
        known.keep(TOKEN, () -> Optional.of(login));

        assertThat(known.find(TOKEN)).contains(login);
        assertThat(known.find("another token")).isEmpty();
    }

    @Test
    void knowsNothingOfASessionThatIsNotThere() {
        assertThat(known.keep(TOKEN, Optional::empty)).isEmpty();
        assertThat(known.find(TOKEN)).isEmpty();
    }

    @Test
    @DisplayName("27: what has changed is forgotten at once")
    void forgetsWhatHasChanged() {
        known.keep(TOKEN, () -> Optional.of(login));
        known.forget(new KnownLogins.Changed());

        assertThat(known.find(TOKEN)).isEmpty();
    }

    @Test
    @DisplayName("27: what was looked up before a change that has come in between is not kept")
    void keepsNothingThatChangesMeanwhile() {
        var found = known.keep(TOKEN, () -> {
            known.forget(new KnownLogins.Changed());
            return Optional.of(login);
        });

        assertThat(found).contains(login);
        assertThat(known.find(TOKEN)).isEmpty();
    }
}
