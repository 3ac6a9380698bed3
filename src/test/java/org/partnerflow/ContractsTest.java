package org.partnerflow;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Table;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.Unrecorded;
import org.partnerflow.diagram.DiagramTemplates;
import org.partnerflow.engine.EngineVariables;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.shared.record.RecordType;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written in two places is the same in both: diagrams and code. What the pages share with the server, their compiler checks. */
@Tag("without-database")
class ContractsTest {
    private static final String HOW = "one side was renamed without the other: give both the same name";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.partnerflow");
    private static final Set<String> IN_CODE = Constants.ofTheProduct();
    private static final List<JobHandler<?>> HANDLERS = handlers();
    private static final String DIAGRAMS = read(Path.of("bpmn"), ".bpmn");

    @Test
    @Tag("F10.15")
    void everyJobTypeOfADiagramHasOneHandlerAndTheOtherWayRound() {
        var handled = HANDLERS.stream().map(JobHandler::jobType).toList();

        assertThat(handled).doesNotHaveDuplicates();
        assertThat(found("zeebe:taskDefinition type=\"([^\"]+)\"", DIAGRAMS))
                .as(HOW)
                .containsExactlyInAnyOrderElementsOf(handled);
    }

    @Test
    @Tag("F10.15")
    void everyBuildingBlockOfTheModelerHasAHandler() {
        var handled = HANDLERS.stream().map(JobHandler::jobType).collect(Collectors.toSet());
        var offered = DiagramTemplates.forJobTypes(handled).stream()
                .map(template -> template.path("name").asText())
                .collect(Collectors.toSet());

        assertThat(offered).as(HOW).contains("Deal stage", "Send email", "Notify", "Wait", "Close deal");
    }

    @Test
    @Tag("F10.15")
    void everyMessageThatADiagramWaitsForIsSentAndTheOtherWayRound() {
        var processes = String.join("|", found("<bpmn:process id=\"([^\"]+)\"", DIAGRAMS));
        var waitedFor = found("<bpmn:message [^>]*name=\"([^\"]+)\"", DIAGRAMS);
        waitedFor.removeIf(name -> name.endsWith(".start"));
        var named =
                Pattern.compile("(" + processes + ")\\.(?!bpmn$|start$)[a-z-]+").asMatchPredicate();

        assertThat(IN_CODE.stream().filter(named)).as(HOW).containsExactlyInAnyOrderElementsOf(waitedFor);
    }

    @Test
    @Tag("F10.15")
    void everyVariableThatADiagramReadsIsWrittenThereOrByTheCode() {
        var read = Stream.of(
                        ">=\\s*([a-zA-Z]+)\\s*(?:=|<)",
                        "<bpmn:timeDuration[^>]*>=\\s*([a-zA-Z]+)\\s*<",
                        "correlationKey=\"=\\s*([a-zA-Z]+)\\s*\"",
                        "source=\"=\\s*([a-zA-Z]+)\\s*\"")
                .flatMap(pattern -> found(pattern, DIAGRAMS).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read).contains("outcome", "assignment", "recordId", "responseTime", "mayInvite");

        read.removeAll(found("target=\"([^\"]+)\"", DIAGRAMS));
        assertThat(IN_CODE).as(HOW).containsAll(read);
    }

    @Test
    @Tag("F10.15")
    void everyVariableThatAHandlerReadsIsWrittenByADiagramOrTheCode() {
        var written = found("target=\"([^\"]+)\"", DIAGRAMS);
        written.addAll(EngineVariables.ALL);
        for (var handler : HANDLERS) {
            var inputs = Arrays.stream(handler.input().getRecordComponents())
                    .map(component -> component.getName())
                    .filter(name -> !written.contains(name))
                    .toList();
            assertThat(sentTexts()).as(handler.jobType() + ": " + HOW).containsAll(inputs);
        }
    }

    @Test
    @Tag("F10.15")
    void everyActionOfTheAuditTrailIsRecordedSomewhere() {
        var recorded = found("AuditAction\\.([A-Z_]+)", read(Path.of("src/main/java"), ".java"));

        assertThat(recorded)
                .as("an action that nothing records any more: delete it, and its text on the pages")
                .containsAll(Arrays.stream(AuditAction.values()).map(Enum::name).toList());
    }

    @Test
    @Tag("F10.15")
    @Tag("F6.2")
    void everyTypeOfRecordHasAName() {
        assertThat(recordTables().filter(table -> RecordType.ofTable(table).isEmpty()))
                .as("changes of these records are kept in the audit trail, which has no name for them: see RecordType")
                .isEmpty();
    }

    private static Stream<String> recordTables() {
        return PRODUCT.stream()
                .filter(type -> type.isAnnotatedWith(Table.class))
                .filter(type -> !type.isAnnotatedWith(Unrecorded.class) && !type.isAnnotatedWith(Immutable.class))
                .map(type -> type.getAnnotationOfType(Table.class).name());
    }

    /** The texts in the sources, where a record's own part does not count as written. */
    private static Set<String> sentTexts() {
        return found("\"([a-zA-Z]+)\"", read(Path.of("src/main/java"), ".java"));
    }

    private static List<JobHandler<?>> handlers() {
        return PRODUCT.stream()
                .filter(type -> type.isAssignableTo(JobHandler.class))
                .map((Function<JavaClass, Class<?>>) JavaClass::reflect)
                .filter(type -> !type.isInterface() && !Modifier.isAbstract(type.getModifiers()))
                .<JobHandler<?>>map(ContractsTest::make)
                .toList();
    }

    private static JobHandler<?> make(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (JobHandler<?>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            var text = new StringBuilder();
            for (var file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
