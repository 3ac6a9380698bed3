package org.partnerflow.shared;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebPagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/deals", "/deals/0198c5d2-7f5e-7c1a-9f11-0242ac120002", "/invitation/C49Cf3z_Ylg-k", "/users/"})
    void leadsPagesToTheSinglePage(String path) {
        assertThat(WebPages.isPage(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/deals",
                "/API/deals",
                "/api;x/deals",
                "/api%2Fdeals",
                "//api/deals",
                "/./api/deals",
                "/deals/../api",
                "/q/health",
                "/assets/gone",
                "/favicon.svg",
                "/deals\\x"
            })
    void leavesEverythingElseWhereItIs(String path) {
        assertThat(WebPages.isPage(path)).isFalse();
    }
}
