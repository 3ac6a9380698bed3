package org.partnerflow.rules.decision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;

import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TextKey;
import org.partnerflow.rules.table.TypedRow;

/**
 * A table that is ready to decide, from any thread. Keeps a few sessions that hold its rows, so that a decision only brings its
 * question. Close it when its version is no longer in use; decisions that are under way end well.
 */
public final class DecisionTable implements AutoCloseable {
    /** The phases of a decision, as the rules name them. */
    private static final List<String> PHASES = List.of("judge", "able", "fit", "place", "choose", "explain");

    private static final int KEPT = 4 * Runtime.getRuntime().availableProcessors();

    private final RuleSet ruleSet;
    private final Supplier<KieBase> logic;
    private final List<Row> rows;
    private final List<TypedRow> typed;
    private final List<Entry> entries;
    private final LinkedBlockingDeque<KieSession> idle = new LinkedBlockingDeque<>(KEPT);
    private volatile boolean closed;

    /** Expects rows without errors, as {@link org.partnerflow.rules.table.TableCheck} finds them. */
    public DecisionTable(RuleSet ruleSet, List<Row> rows) {
        this(ruleSet, () -> RuleBook.of(ruleSet), rows);
    }

    /** Decides by another logic than the shipped one. */
    DecisionTable(RuleSet ruleSet, Supplier<KieBase> logic, List<Row> rows) {
        this.ruleSet = ruleSet;
        this.logic = logic;
        this.rows = List.copyOf(rows);
        this.typed = TypedRow.of(ruleSet, rows);
        this.entries = Entry.of(typed);
    }

    /** Compiles the rules, if they are not yet compiled. */
    public static void prepare(RuleSet ruleSet) {
        RuleBook.of(ruleSet);
    }

    /** The rows that could decide about these facts: those whose conditions hold. */
    public List<TypedRow> matching(Map<String, Object> values) {
        return typed.stream().filter(row -> row.holdsFor(values)).toList();
    }

    /** Decides: a pure function of the table and the facts. */
    public Ruling decide(Facts facts) {
        if (facts.ruleSet() != ruleSet) {
            throw new IllegalArgumentException("Expected facts for %s, but got some for %s"
                    .formatted(ruleSet.id(), facts.ruleSet().id()));
        }
        KieSession session = take();
        List<?> conclusions;
        try {
            conclusions = run(session, facts);
        } catch (RuntimeException e) {
            session.dispose();
            throw e;
        }
        giveBack(session);
        return new Conclusions(ruleSet, rows, conclusions).ruling(facts);
    }

    private static List<?> run(KieSession session, Facts facts) {
        session.insert(new Question(facts.values()));
        session.insert(Entry.ANY);
        facts.values().forEach((column, value) -> {
            if (value instanceof String text) {
                session.insert(new Asked(column, TextKey.of(text)));
            }
        });
        facts.candidates().forEach(session::insert);
        facts.others().forEach(session::insert);
        for (var phase : PHASES.reversed()) {
            session.getAgenda().getAgendaGroup(phase).setFocus();
        }
        session.fireAllRules();
        var conclusions = List.copyOf(session.getObjects());
        Collection<FactHandle> handles = session.getFactHandles();
        List.copyOf(handles).forEach(session::delete);
        return conclusions;
    }

    private KieSession take() {
        KieSession session = idle.poll();
        if (session != null) {
            return session;
        }
        session = logic.get().newKieSession();
        var table = session.getEntryPoint("table");
        entries.forEach(table::insert);
        return session;
    }

    private void giveBack(KieSession session) {
        if (!idle.offerFirst(session)) {
            session.dispose();
        }
        if (closed) {
            close();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (KieSession session = idle.poll(); session != null; session = idle.poll()) {
            session.dispose();
        }
    }
}
