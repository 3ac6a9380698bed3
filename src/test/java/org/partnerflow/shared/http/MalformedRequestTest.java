package org.partnerflow.shared.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

@QuarkusTest
@Tag("F11.9")
class MalformedRequestTest {
    private static final String NOBODY = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final Pattern TIME = Pattern.compile("Instant|LocalDate|date-time|format=date");
    private static final String PART = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n";

    @TestHTTPResource
    URI product;

    private final Given.TestUser admin = Given.organisation().user(Role.ADMIN);

    static Stream<Arguments> multiparts() {
        return Stream.of(
                Arguments.of("multipart/form-data", "anything"),
                Arguments.of("multipart/form-data; boundary=", "anything"),
                Arguments.of("multipart/form-data; boundary=b", "no boundary at all"),
                Arguments.of("multipart/form-data; boundary=b", ""),
                Arguments.of("multipart/form-data; boundary=b", "--b"),
                Arguments.of("multipart/form-data; boundary=b", "--b\r\n\r\nwithout a name\r\n--b--\r\n"),
                Arguments.of("multipart/form-data; boundary=b", PART + "\r\nnever ends"),
                Arguments.of(
                        "multipart/form-data; boundary=b",
                        PART + "Content-Transfer-Encoding: base64\r\n\r\n!!!\r\n--b--\r\n"),
                Arguments.of(
                        "multipart/form-data; boundary=b",
                        PART.replace("; filename=\"a.txt\"", "")
                                + "\r\nno file name\r\n--b\r\nContent-Disposition: form-data; name=\"shared\"\r\n\r\nfalse\r\n--b--\r\n"),
                Arguments.of("multipart/form-data; boundary=b; charset=none", PART + "\r\nx\r\n--b--\r\n"),
                Arguments.of(
                        "multipart/form-data; boundary=b", PART.replace("form-data", "\u0000") + "\r\nx\r\n--b--\r\n"));
    }

    @ParameterizedTest
    @MethodSource("multiparts")
    void aMalformedFormIsAMistakeOfTheSender(String type, String body) throws Exception {
        var deal = deal();
        var request = HttpRequest.newBuilder(product.resolve("/api/deals/" + deal + "/files"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Cookie", "partnerflow_session=" + admin.session())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void aFarDateIsAMistakeOfTheSender(String far) {
        deal();
        String workflow =
                admin.api().get("/api/boards").then().statusCode(200).extract().path("[0].id");
        admin.api()
                .queryParam("after", far + "_01890a5d-ac96-774b-bcce-b302099a8057")
                .get("/api/boards/{id}/columns/WON", workflow)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(400);
    }

    @Test
    void aFarDateInAQueryIsAMistakeOfTheSender() {
        var document = RestAssured.given().accept("application/json").get("/api/openapi");
        Map<String, Map<String, Map<String, Object>>> paths = document.path("paths");
        var tried = new ArrayList<String>();
        SoftAssertions.assertSoftly(softly ->
                paths.forEach((path, operations) -> times(operations.get("get")).forEach(name -> {
                    tried.add(name);
                    for (var far : List.of("+999999999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "+10000-01-01")) {
                        var answer = admin.api().queryParam(name, far).get(path.replaceAll("\\{[^}]+}", NOBODY));
                        softly.assertThat(answer.statusCode())
                                .as("%s of %s: %s", name, path, answer.asString())
                                .isEqualTo(400);
                        softly.assertThat(answer.<List<String>>path("violations.field"))
                                .containsExactly(name);
                    }
                })));
        assertThat(tried).contains("from", "until");
    }

    @SuppressWarnings("unchecked")
    private static List<String> times(@Nullable Map<String, Object> operation) {
        if (operation == null || operation.get("parameters") == null) {
            return List.of();
        }
        return ((List<Map<String, Object>>) operation.get("parameters"))
                .stream()
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .filter(parameter -> TIME.matcher(String.valueOf(parameter.get("schema")))
                                .find())
                        .map(parameter -> (String) parameter.get("name"))
                        .toList();
    }

    @Tag("F10.7")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/users | {'email':'ord@x.example','name':'Ord','roles':[0]} | roles[0]",
                "POST | /api/users | {'email':'ord@x.example','name':'Ord','roles':['2']} | roles[0]",
                "POST | /api/users | {'email':'ord@x.example','name':'Ord','roles':[null]} | roles[0]",
                "POST | /api/users | {'email':'ord@x.example','name':5,'roles':['BROKER']} | name",
                "POST | /api/users | {'email':'ord@x.example','name':true,'roles':['BROKER']} | name",
                "PUT | /api/users/NOBODY/active | {'active':0} | active",
                "PUT | /api/users/NOBODY/active | {'active':'false'} | active",
                "PUT | /api/partner-users/NOBODY/allocation | {'version':0.9,'userIds':[]} | version",
                "PUT | /api/partner-users/NOBODY/allocation | {'version':'0','userIds':[]} | version",
                "PUT | /api/partner-users/NOBODY/allocation | {'version':0,'userIds':[null]} | userIds[0]",
                "PUT | /api/exchange-rates/EUR | {'rate':'1.5'} | rate"
            })
    void aValueOfAnotherTypeIsNotTakenForOneOfOurs(String method, String path, String body, String field) {
        var answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<List<String>>path("violations.field"))
                .as(answer.asString())
                .containsExactly(field);
    }

    @Tag("F10.7")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'email':'a1@x.example','name':'A','name':'B','roles':['BROKER']}",
                "{'email':'a2@x.example','name':'A','roles':['BROKER']} {'email':'a3@x.example'}"
            })
    void nothingThatWasSentIsDroppedInSilence(String body) {
        send("POST", "/api/users", body).then().log().ifValidationFails().statusCode(400);
    }

    @Tag("F4.5")
    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u3164\u2800", " \u2060 "})
    void aTextOfWhichNothingCanBeSeenIsNone(String nothing) {
        send("POST", "/api/users", "{'email':'un@x.example','name':'%s','roles':['BROKER']}".formatted(nothing))
                .then()
                .statusCode(400)
                .body("violations.field", contains("name"));
        var deal = deal();
        send("POST", "/api/deals/" + deal + "/notes", "{'text':'%s','shared':false}".formatted(nothing))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(400)
                .body("violations.field", contains("text"));
    }

    private Response send(String method, String path, String body) {
        return admin.api()
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .request(method, path.replace("NOBODY", NOBODY));
    }

    @Tag("F7.7")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | /api/exchange-rates/EUR | {'rate':NUMBER} | rate",
                "POST | /api/leads | {'value':NUMBER} | value",
                "POST | /api/deals | {'value':{'amount':NUMBER,'currency':'USD'}} | value.amount"
            })
    void aNumberThatWouldBeWrittenInABillionDigitsIsRefusedAtItsField(
            String method, String path, String body, String field) {
        for (var number : List.of("1e999999999", "1e-999999999", "0e-999999999")) {
            admin.api()
                    .body(body.replace("NUMBER", number).replace('\'', '"'))
                    .request(method, path)
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(400)
                    .body("violations.field", contains(field))
                    .body("violations.message", contains("Expected a number of at most 40 digits."));
        }
    }

    private String deal() {
        var contact =
                Map.of("firstName", "Ada", "lastName", "Byron", "email", "a@example.org", "phone", "+44 20 7946 0000");
        return admin.api()
                .body(Map.of("name", "Deal", "contacts", List.of(contact)))
                .post("/api/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void readsNoFarDateFromJson() {
        var json = Given.bean(com.fasterxml.jackson.databind.ObjectMapper.class);
        for (var type : List.of(java.time.Instant.class, java.time.LocalDate.class)) {
            var text = type == java.time.Instant.class ? "\"+99999-01-01T00:00:00Z\"" : "\"+99999-01-01\"";
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> json.readValue(text, type))
                    .isInstanceOf(com.fasterxml.jackson.databind.exc.InvalidFormatException.class);
        }
    }
}
