package org.partnerflow.rules.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

import org.partnerflow.rules.table.RuleSet;

/** The logic of each decision, compiled from rules/ once in the life of the application. */
final class RuleBook {
    private static final String FOLDER = "src/main/resources/org/partnerflow/assignment/";
    private static final String SHARED = "assignment";
    private static final Map<RuleSet, KieBase> COMPILED = new ConcurrentHashMap<>();

    private RuleBook() {}

    static KieBase of(RuleSet ruleSet) {
        return COMPILED.computeIfAbsent(ruleSet, RuleBook::compile);
    }

    private static KieBase compile(RuleSet ruleSet) {
        return compile(ruleSet, RuleBook::source);
    }

    /** @param source gives the text of a file of rules/ */
    static KieBase compile(RuleSet ruleSet, UnaryOperator<String> source) {
        var services = KieServices.get();
        var files = services.newKieFileSystem();
        ReleaseId release = services.newReleaseId("org.partnerflow.rules", ruleSet.id(), "1");
        files.generateAndWritePomXML(release);
        for (var name : List.of(SHARED, ruleSet.id())) {
            files.write(FOLDER + name + ".drl", source.apply("/rules/" + name + ".drl"));
        }
        var classLoader = RuleBook.class.getClassLoader();
        var builder = services.newKieBuilder(files, classLoader).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("Expected rules that compile in rules/%s.drl, but: %s"
                    .formatted(ruleSet.id(), builder.getResults().getMessages(Message.Level.ERROR)));
        }
        return services.newKieContainer(release, classLoader).getKieBase();
    }

    static String source(String path) {
        try (InputStream file = RuleBook.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("Expected the file " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
