package org.partnerflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code -Dsettings.update=true} writes the page of settings anew, after one was added or changed. */
@Tag("without-database")
@Tag("X13")
class SettingsReferenceTest {
    private static final Path PAGE = Path.of("docs/settings.md");
    private static final Path CODE = Path.of("src/main/java");

    private static final String INTRODUCTION = """
            # Settings

            Made from the code by `SettingsReferenceTest`; `./mvnw test -Dtest=SettingsReferenceTest -Dsettings.update=true` writes it anew.

            A setting is given in the environment (`partnerflow.outbox.max-in-flight` as `PARTNERFLOW_OUTBOX_MAX_IN_FLIGHT`: capital letters, all
            other signs as `_`), as a system property (`-Dpartnerflow.outbox.max-in-flight=96`), or in `config/application.properties` beside the
            place where the application is started. Durations are written `30s`, `5m`, `12h` or `7d`, sizes `512K` or `2M`, lists with commas.
            "none" means that it need not be set, "must be set" that there is no default.

            What must be set in production, and the settings of Quarkus for database, mail and traces:
            [run in production](how-to/run-in-production.md).
            """;

    /** The settings under one prefix. */
    private record Section(List<String> purposes, List<String> rows) {}

    private final Map<String, Section> sections = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();

    @Test
    @DisplayName("the page of settings is what the code says, and each setting says what it does")
    void isMadeFromTheCode() throws IOException {
        for (var file : configFiles()) {
            read(file);
        }
        var page = page();
        if (Boolean.getBoolean("settings.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(unexplained)
                .as("a setting says in a comment what it does: add one")
                .isEmpty();
        assertThat(page)
                .as("docs/settings.md is made from the code: run this test with -Dsettings.update=true and commit it")
                .isEqualTo(Files.readString(PAGE));
    }

    private static List<Path> configFiles() throws IOException {
        try (var files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith("Config.java"))
                    .sorted()
                    .toList();
        }
    }

    private String page() {
        var page = new StringBuilder(INTRODUCTION);
        sections.forEach((prefix, section) -> {
            page.append("\n## ").append(prefix).append("\n\n");
            page.append(String.join(" ", section.purposes())).append("\n\n");
            page.append("| Setting | Type | Default | What it means |\n|---|---|---|---|\n");
            section.rows().forEach(row -> page.append(row).append("\n"));
        });
        return page.toString();
    }

    /** By the compiler's own reader, since comments are not kept in classes. */
    private void read(Path file) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
            for (var unit : task.parse()) {
                new Reader(DocTrees.instance(task)).scan(unit, null);
            }
        }
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees comments;

        Reader(DocTrees comments) {
            this.comments = comments;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            annotation(type.getModifiers(), "ConfigMapping").ifPresent(prefix -> {
                section(prefix).purposes().add(comment(getCurrentPath(), prefix));
                readSettings(getCurrentPath(), type, prefix, null);
            });
            return null;
        }

        /** @param ofGroup what is said of settings that can be left out together; null where each is of its own */
        private void readSettings(TreePath path, ClassTree type, String prefix, @Nullable String ofGroup) {
            for (var member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    var name = prefix + "." + dashed(method.getName().toString());
                    var returned = method.getReturnType().toString();
                    var group = group(type, returned);
                    var methodPath = new TreePath(path, method);
                    if (group.isPresent()) {
                        readSettings(new TreePath(path, group.get()), group.get(), name, comment(methodPath, name));
                    } else {
                        addRow(prefix, name, method, methodPath, ofGroup);
                    }
                }
            }
        }

        private void addRow(String prefix, String name, MethodTree method, TreePath path, @Nullable String ofGroup) {
            var returned = method.getReturnType().toString();
            var fallback = annotation(method.getModifiers(), "WithDefault");
            boolean isOptional = ofGroup != null || returned.startsWith("Optional<");
            var owner = sections.keySet().stream()
                    .filter(found -> prefix.equals(found) || prefix.startsWith(found + "."))
                    .max(String::compareTo)
                    .orElseThrow();
            section(owner)
                    .rows()
                    .add("| `%s` | %s | %s | %s |"
                            .formatted(
                                    name,
                                    typeName(returned),
                                    fallback.map(value -> "`" + value + "`")
                                            .orElse(isOptional ? "none" : "must be set"),
                                    (ofGroup == null ? "" : ofGroup + " ") + comment(path, name)));
        }

        private String comment(TreePath path, String name) {
            var text = comments.getDocComment(path);
            if (text == null) {
                unexplained.add(name);
                return "";
            }
            return text.strip()
                    .replaceAll("\\s+", " ")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`")
                    .replace("|", "\\|");
        }

        private static Optional<ClassTree> group(ClassTree type, String returned) {
            return type.getMembers().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .filter(inner -> returned.equals(inner.getSimpleName().toString())
                            || returned.equals("Optional<" + inner.getSimpleName() + ">"))
                    .findFirst();
        }
    }

    private Section section(String prefix) {
        return sections.computeIfAbsent(prefix, found -> new Section(new ArrayList<>(), new ArrayList<>()));
    }

    /** The text that an annotation of this name gives. */
    private static Optional<String> annotation(ModifiersTree modifiers, String name) {
        return modifiers.getAnnotations().stream()
                .filter(found -> found.getAnnotationType().toString().equals(name))
                .map(SettingsReferenceTest::text)
                .findFirst();
    }

    private static String text(AnnotationTree annotation) {
        var value = annotation.getArguments().getFirst() instanceof AssignmentTree assignment
                ? assignment.getExpression()
                : annotation.getArguments().getFirst();
        return String.valueOf(((LiteralTree) value).getValue());
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String typeName(String returned) {
        var inner = returned.replaceAll("^Optional<(.*)>$", "$1");
        return switch (inner) {
            case "Duration" -> "duration";
            case "String" -> "text";
            case "int", "long" -> "number";
            case "boolean" -> "true or false";
            case "URI" -> "address";
            case "Path" -> "path";
            case "MemorySize" -> "size";
            case "List<String>" -> "list of texts";
            default -> throw new IllegalStateException("Expected a type that this test has a word for, not " + inner);
        };
    }
}
