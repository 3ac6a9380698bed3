package org.partnerflow.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Our building blocks, read from the element templates in {@code bpmn/templates}: the modeler shows them, and a diagram is
 * checked against the very same fields.
 */
public final class DiagramTemplates {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final List<String> FILES =
            List.of("deal-stage", "send-email", "notify", "close-deal", "wait", "run-assignment-rules");
    private static final List<DiagramTemplates> ALL =
            FILES.stream().map(DiagramTemplates::read).toList();

    private final JsonNode json;
    private final Set<String> jobTypes;
    private final List<Field> fields;

    private DiagramTemplates(JsonNode json) {
        this.json = json;
        this.jobTypes = Set.copyOf(jobTypes(json));
        this.fields = fields(json);
    }

    /** A header of the task, as a person fills it in. */
    public record Field(
            String header,
            String label,
            boolean required,
            List<String> choices,
            @Nullable Pattern pattern,
            String expectation,
            int most,
            boolean lines) {
        /** What is wrong with a value; empty if nothing is. */
        public Optional<String> fault(@Nullable String value) {
            if (value == null || value.isBlank()) {
                return required
                        ? Optional.of("\"%s\" is not filled in. Fill it in in the properties.".formatted(label))
                        : Optional.empty();
            }
            if (!choices.isEmpty() && !choices.contains(value)) {
                return Optional.of("\"%s\" is %s. Expected one of: %s."
                        .formatted(label, DiagramNames.quoted(value), String.join(", ", choices)));
            }
            if (pattern != null && !pattern.matcher(value).matches()) {
                return Optional.of("\"%s\" is %s. %s.".formatted(label, DiagramNames.quoted(value), expectation));
            }
            if (!lines && CONTROL.matcher(value).find()) {
                return Optional.of("\"%s\" has a line break. Write it on one line.".formatted(label));
            }
            return value.length() > most
                    ? Optional.of("\"%s\" is too long. Expected at most %d characters.".formatted(label, most))
                    : Optional.empty();
        }
    }

    /** The templates as the modeler takes them: those without a job type, and those whose job types are all given here. */
    public static List<JsonNode> forJobTypes(Set<String> jobTypes) {
        return ALL.stream()
                .filter(template -> jobTypes.containsAll(template.jobTypes))
                .map(template -> template.json)
                .toList();
    }

    public static List<Field> fieldsOf(@Nullable String jobType) {
        return ALL.stream()
                .filter(template -> jobType != null && template.jobTypes.contains(jobType))
                .findFirst()
                .map(template -> template.fields)
                .orElse(List.of());
    }

    /** What people call a task of this job type. */
    public static Optional<String> nameOf(String jobType) {
        return ALL.stream()
                .filter(template -> template.jobTypes.contains(jobType))
                .findFirst()
                .map(template -> template.json.path("name").asText());
    }

    private static DiagramTemplates read(String file) {
        try (var in = DiagramTemplates.class.getResourceAsStream("/bpmn/templates/" + file + ".json")) {
            return new DiagramTemplates(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> jobTypes(JsonNode json) {
        var found = new ArrayList<String>();
        for (var property : json.path("properties")) {
            if (property.path("binding").path("type").asText().equals("zeebe:taskDefinition")) {
                if (property.has("choices")) {
                    property.path("choices")
                            .forEach(choice -> found.add(choice.path("value").asText()));
                } else {
                    found.add(property.path("value").asText());
                }
            }
        }
        return found;
    }

    private static List<Field> fields(JsonNode json) {
        var found = new ArrayList<Field>();
        for (var property : json.path("properties")) {
            if (property.path("binding").path("type").asText().equals("zeebe:taskHeader")) {
                found.add(field(property));
            }
        }
        return List.copyOf(found);
    }

    private static Field field(JsonNode property) {
        var constraints = property.path("constraints");
        var choices = new ArrayList<String>();
        property.path("choices")
                .forEach(choice -> choices.add(choice.path("value").asText()));
        var pattern = constraints.path("pattern").path("value").textValue();
        return new Field(
                property.path("binding").path("key").asText(),
                property.path("label").asText(),
                constraints.path("notEmpty").asBoolean(),
                List.copyOf(choices),
                pattern == null ? null : Pattern.compile(pattern),
                constraints.path("pattern").path("message").asText(),
                constraints.path("maxLength").asInt(1000),
                property.path("type").asText().equals("Text"));
    }
}
