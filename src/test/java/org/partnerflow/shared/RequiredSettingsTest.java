package org.partnerflow.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredSettingsTest {
    private static final String SECRET = "partnerflow.identity.secret";

    @ParameterizedTest
    @Tag("F11.9")
    @ValueSource(
            strings = {
                "x",
                "0123456789012345678901234567890",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "abababababababababababababababababab"
            })
    void refusesASecretThatCanBeGuessed(String secret) {
        var settings = complete();
        settings.put(SECRET, secret);

        assertThat(RequiredSettings.problems(name -> Optional.ofNullable(settings.get(name))))
                .singleElement()
                .asString()
                .contains("PARTNERFLOW_IDENTITY_SECRET", "32 random characters");
    }

    @Test
    @Tag("F11.9")
    void refusesAnySecretThatCanBeGuessed() {
        var settings = complete();
        settings.put("partnerflow.engine.feed.secret", "x");

        assertThat(RequiredSettings.problems(name -> Optional.ofNullable(settings.get(name))))
                .singleElement()
                .asString()
                .contains("PARTNERFLOW_ENGINE_FEED_SECRET");
    }

    @Test
    void namesAllThatIsMissing() {
        assertThat(RequiredSettings.problems(name -> Optional.empty()))
                .hasSameSizeAs(RequiredSettings.required())
                .allMatch(line -> line.startsWith("missing: "));
    }

    @Test
    void acceptsWhatIsComplete() {
        var settings = complete();
        assertThat(RequiredSettings.problems(name -> Optional.ofNullable(settings.get(name))))
                .isEmpty();
    }

    private static Map<String, String> complete() {
        var settings = new HashMap<String, String>();
        RequiredSettings.required().forEach(setting -> settings.put(setting.name(), "value"));
        settings.put(SECRET, "6f2a9c0d4b8e1735aa90cc41d7e2b863");
        return settings;
    }
}
