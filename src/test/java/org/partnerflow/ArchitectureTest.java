package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.partnerflow.identity.proof.Clients;
import org.partnerflow.shared.LockRow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The house: which package may use which. Each rule says how to mend what breaks it. */
@Tag("without-database")
class ArchitectureTest {
    private static final String ROOT = "org.partnerflow.";
    private static final Set<String> LEVEL_1 =
            Set.of("identity", "audit", "settings", "outbox", "mail", "search", "files", "rules", "diagram", "engine");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("audit", Set.of()),
            Map.entry("outbox", Set.of()),
            Map.entry("mail", Set.of("outbox")),
            Map.entry("search", Set.of()),
            Map.entry("files", Set.of()),
            Map.entry("settings", Set.of("audit")),
            Map.entry("identity", Set.of("audit", "outbox", "mail", "search")),
            Map.entry("rules", Set.of("audit")),
            Map.entry("diagram", Set.of()),
            Map.entry("engine", Set.of("outbox", "audit", "diagram")),
            Map.entry("partner", LEVEL_1),
            Map.entry("portal", and(LEVEL_1, "partner")),
            Map.entry("deal", and(LEVEL_1, "partner", "portal")),
            Map.entry("lead", and(LEVEL_1, "partner", "portal", "deal")),
            Map.entry("support", and(LEVEL_1, "partner", "portal")));

    /** Who may hold one connection and ask for another, and why nobody waits for each other there. */
    private static final Map<String, String> ASKS_FOR_ANOTHER = Map.of();

    /** The first or last so many units of a text; one letter alone may be a letter of the alphabet. */
    private static final Pattern CUT = Pattern.compile(
            "\\.substring\\((0, ([2-9]|[0-9_]{2,}|[A-Z][A-Z_]+)\\)|\\w+\\.length\\(\\) - [A-Z][A-Z_]+\\))");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.partnerflow");

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyWhatTheTableAllows() {
        return MAY_USE.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> noClasses()
                        .that(resideInAPackage(ROOT + name + ".."))
                        .should()
                        .dependOnClassesThat(areOursButNot(and(MAY_USE.get(name), name, "shared")))
                        .because(
                                "the table in this test says what " + name
                                        + " may use: move the code to the package that owns it, or let the lower package fire an event")
                        .allowEmptyShould(true)
                        .check(PRODUCT)));
    }

    @Test
    void everyPackageIsInTheTable() {
        classes()
                .that()
                .resideInAPackage("org.partnerflow..")
                .should()
                .resideInAnyPackage(Stream.concat(MAY_USE.keySet().stream(), Stream.of("embedded"))
                        .map(name -> ROOT + name + "..")
                        .toArray(String[]::new))
                .because("a new package needs a line in the table that says what it may use")
                .check(PRODUCT);
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    @Tag("F10.3")
    void nobodyHoldsAConnectionAndAsksForAnother() {
        var asking = whoeverAsksForAConnection();
        var both = units().filter(ArchitectureTest::isInTransaction)
                .filter(unit -> calls(unit, asking))
                .map(unit -> unit.getOwner().getSimpleName() + "." + unit.getName())
                .filter(Predicate.not(ASKS_FOR_ANOTHER::containsKey))
                .distinct()
                .sorted()
                .toList();
        assertThat(both)
                .as(
                        "as many of these at once as the pool has connections wait for each other: do what needs a transaction of"
                                + " its own (LoginThrottle, QuarkusTransaction.requiringNew) before or after the caller's")
                .isEmpty();
    }

    /** Who opens a transaction of its own, and whoever calls one of them, as far as calls name a class. */
    private static Set<JavaCodeUnit> whoeverAsksForAConnection() {
        var asking = units().filter(ArchitectureTest::opensATransaction)
                .filter(unit ->
                        !unit.getOwner().isEquivalentTo(LockRow.class)) // once for each row, which then is there
                .collect(Collectors.toCollection(HashSet::new));
        while (true) {
            var more = units().filter(unit -> calls(unit, asking)).toList();
            if (!asking.addAll(more)) {
                return asking;
            }
        }
    }

    private static Stream<JavaCodeUnit> units() {
        return PRODUCT.stream().flatMap(type -> type.getCodeUnits().stream());
    }

    private static boolean opensATransaction(JavaCodeUnit unit) {
        return transaction(unit).filter(type -> type == TxType.REQUIRES_NEW).isPresent()
                || unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(QuarkusTransaction.class)
                                && call.getName().equals("requiringNew"));
    }

    private static boolean isInTransaction(JavaCodeUnit unit) {
        return transaction(unit)
                .filter(type -> type != TxType.NOT_SUPPORTED && type != TxType.NEVER)
                .isPresent();
    }

    private static Optional<TxType> transaction(JavaCodeUnit unit) {
        return unit.tryGetAnnotationOfType(Transactional.class)
                .or(() -> unit.getOwner().tryGetAnnotationOfType(Transactional.class))
                .map(Transactional::value);
    }

    private static boolean calls(JavaCodeUnit unit, Set<JavaCodeUnit> others) {
        return unit.getMethodCallsFromSelf().stream()
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .anyMatch(others::contains);
    }

    @Test
    void resourcesHaveNoTransaction() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("a resource maps, calls one service and maps back: put @Transactional on the service")
                .check(PRODUCT);
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(PRODUCT);
    }

    @Test
    @Tag("F11.3")
    void whereARequestComesFromIsAskedInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Clients.class.getName())
                .should()
                .callMethod(HttpServerRequest.class, "remoteAddress")
                .because("behind a proxy that is the proxy: ask " + Clients.class.getName())
                .check(PRODUCT);
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .areMetaAnnotatedWith(jakarta.ws.rs.HttpMethod.class)
                .should()
                .beAnnotatedWith(io.quarkus.security.PermissionsAllowed.class)
                .orShould()
                .beAnnotatedWith(io.quarkus.security.Authenticated.class)
                .orShould()
                .beAnnotatedWith(jakarta.annotation.security.PermitAll.class)
                .because("permissions are annotations on methods: name one of Permissions in @PermissionsAllowed")
                .check(PRODUCT);
    }

    @Test
    void eachLibraryHasOneDoor() {
        onlyIn("engine", "io.camunda.client..", "use engine.Processes or a JobHandler");
        onlyIn("diagram", "io.camunda.zeebe.model..", "use diagram.DiagramAnalysis or diagram.check.DiagramCheck");
        onlyIn("diagram", "org.camunda.feel..", "use diagram.check.DiagramCheck");
        onlyIn("rules", "org.kie..", "use rules.Decisions");
        onlyIn("rules", "org.drools..", "use rules.Decisions");
        onlyIn("mail", "io.quarkus.mailer..", "use mail.Mails");
        onlyIn("files", "org.apache.tika..", "use files.StoredFiles");
    }

    @Test
    void theApplicationRunsWithoutWhatTheBrokerBrings() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "engine.exporter..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are made of the broker's classes",
                        type -> type.getDirectDependenciesFromSelf().stream().anyMatch(dependency -> dependency
                                .getTargetClass()
                                .getPackageName()
                                .startsWith("io.camunda.zeebe.exporter"))))
                .because("the exporter's API is not packed: name the class of the exporter as a text")
                .check(PRODUCT);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .resideInAPackage("org.partnerflow..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .because("tests set the time: inject " + Clock.class.getName() + " and ask it")
                .check(PRODUCT);
    }

    @Test
    @Tag("F10.14")
    void lettersAreNotThoseOfTheMachine() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .because("in Turkey they make other letters: name a locale, mostly Locale.ROOT")
                .check(PRODUCT);
    }

    @Test
    @Tag("F10.14")
    void textsAreCutWhereTheyCanBe() throws IOException {
        try (var files = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            var cuts = files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("Texts.java"))
                    .filter(file -> CUT.matcher(read(file)).find())
                    .toList();
            assertThat(cuts)
                    .as("substring may tear a character of two units apart: use Texts.cut, brief or end")
                    .isEmpty();
        }
    }

    @Test
    void noFailureOfTheDatabaseIsTakenForAnother() {
        var catching = PRODUCT.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .anyMatch(caught -> caught.isEquivalentTo(PersistenceException.class)))
                .map(unit -> unit.getFullName())
                .toList();
        assertThat(catching)
                .as("PersistenceException is also a database that is away: catch ConstraintViolationException")
                .isEmpty();
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onlyIn(String owner, String library, String mend) {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + owner + "..", ROOT + "embedded..")
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .because(mend)
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> areOursButNot(Set<String> allowed) {
        var packages = allowed.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        return resideInAPackage("org.partnerflow..").and(DescribedPredicate.not(resideInAnyPackage(packages)));
    }

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
    }
}
