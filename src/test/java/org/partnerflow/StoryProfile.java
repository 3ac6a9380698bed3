package org.partnerflow;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The packaged product as people start it locally, on the services of the tests. */
public class StoryProfile implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
        return "local";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        var configuration = new HashMap<>(TestServices.configuration());
        configuration.put("partnerflow.identity.secret", "a secret that only the story knows, 32 characters");
        configuration.put("partnerflow.mail.public-url", "http://localhost");
        configuration.put("quarkus.management.port", "0");
        return configuration;
    }
}
