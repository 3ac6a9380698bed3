package org.partnerflow.shared;

import java.util.Arrays;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.shared.record.RecordType;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages compile against the document: a permission, an action or a type of record that was renamed is no longer there. */
@QuarkusTest
@Tag("F10.15")
class WordsInOpenApiTest {
    @Test
    void namesEveryPermissionWhereTheSessionTellsThem() {
        assertThat(words("Permission")).containsExactlyElementsOf(Permissions.ALL);
        assertThat(document().getString("components.schemas.SessionView.properties.permissions.items.'$ref'"))
                .endsWith("/Permission");
    }

    @Test
    void namesEveryActionAndTypeOfRecordOfTheAuditTrail() {
        assertThat(words("AuditAction"))
                .containsExactlyElementsOf(Arrays.stream(AuditAction.values())
                        .map(AuditAction::word)
                        .toList());
        assertThat(words("RecordType"))
                .containsExactlyElementsOf(
                        Arrays.stream(RecordType.values()).map(RecordType::word).toList());
    }

    private static JsonPath document() {
        return given().accept(ContentType.JSON).get("/api/openapi").jsonPath();
    }

    private static List<String> words(String schema) {
        return document().getList("components.schemas.%s.'enum'".formatted(schema));
    }
}
