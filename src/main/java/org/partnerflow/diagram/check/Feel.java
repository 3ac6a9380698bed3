package org.partnerflow.diagram.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tries expressions as the process engine will: parsed by the library that it uses, and evaluated with the variables that are known at
 * their place. The only class that knows the library.
 */
final class Feel {
    private static final int LONGEST = 500;
    private static final String UNFIT = "uses a value that does not fit. Look at what each part of it is";
    private static final String TOO_DEEP = "has too many brackets in brackets. Make it simpler";

    /** What may take for ever, in this check and in the process engine. */
    private static final Set<String> ENDLESS =
            Set.of("For", "SomeItem", "EveryItem", "FunctionDefinition", "JavaFunctionInvocation", "Exponentiation");

    private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");

    /**
     * What an expression may call: each ends soon, whatever it is given. Left out are those with patterns, and those that make numbers
     * of as many digits as they are told.
     */
    private static final Set<String> FUNCTIONS = Set.of(
            ("abs, after, all, and, any, append, before, coincides, concatenate, contains, count, date, date and time,"
                            + " day of week, day of year, distinct values, duplicate values, duration, during, ends with, even,"
                            + " finished by, finishes, flatten, get or else, includes, index of, insert before, is defined,"
                            + " last day of month, list contains, log, lower case, max, mean, median, meets, met by, min, mode,"
                            + " modulo, month of year, not, now, odd, or, overlaps, overlaps after, overlaps before, product,"
                            + " random number, remove, reverse, sqrt, started by, starts, starts with, stddev, string,"
                            + " string join, string length, sublist, substring, substring after, substring before, sum, time,"
                            + " today, union, upper case, week of year, years and months duration")
                    .split(", "));

    private static final Set<String> CALLS = Set.of("FunctionInvocation", "QualifiedFunctionInvocation");
    private static final int DEEPEST = 30;
    private static final int LONGEST_RESULT = 5_000;

    /** Names of their own for what is in them, so that their parts mean nothing alone. */
    private static final Set<String> SCOPES = Set.of("Filter", "ConstContext", "PathExpression");

    private static final Pattern NAME = Pattern.compile("with name '([^']*)'");

    @SuppressWarnings("deprecation") // the other builder cannot be called from Java in this version
    private static final FeelEngineApi ENGINE = new FeelEngineApi(new FeelEngine.Builder().build());

    private Feel() {}

    enum Kind {
        BOOLEAN("true or false"),
        TEXT("a text"),
        NUMBER("a number"),
        DURATION("a duration"),
        TIME("a time with a zone"),
        NOTHING("nothing"),
        OTHER("something else");

        final String words;

        Kind(String words) {
            this.words = words;
        }

        static Kind of(@Nullable Object value) {
            return switch (value) {
                case null -> NOTHING;
                case Boolean b -> BOOLEAN;
                case String s -> TEXT;
                case Number n -> NUMBER;
                case Duration d -> DURATION;
                case Period p -> DURATION;
                case ZonedDateTime t -> TIME;
                default -> OTHER;
            };
        }
    }

    /**
     * What an expression gives.
     *
     * @param fault what is wrong with it, as a sentence; null if nothing is
     * @param values what it may give: one for each of the values that its variables may have
     */
    record Result(@Nullable String fault, List<@Nullable Object> values) {
        /** The first kind of value that is not among the wanted ones; null if all are. */
        @Nullable
        Kind not(Kind... wanted) {
            return values.stream()
                    .map(Kind::of)
                    .filter(kind -> !Set.of(wanted).contains(kind))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param expression without the "=" before it */
    static Result evaluate(String expression, Map<String, List<Object>> variables) {
        if (expression.length() > LONGEST) {
            return fault("is longer than %d characters. Make it shorter".formatted(LONGEST));
        }
        try {
            return depth(expression) > DEEPEST ? fault(TOO_DEEP) : evaluateShort(expression, variables);
        } catch (StackOverflowError tooDeep) {
            return fault(TOO_DEEP);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException unfit) {
            return fault(UNFIT);
        }
    }

    private static Result evaluateShort(String expression, Map<String, List<Object>> variables) {
        var parsed = ENGINE.parseExpression(expression);
        if (!parsed.isSuccess()) {
            return fault("cannot be read. Correct it, or choose the default instead");
        }
        var parts = new ArrayList<Part>();
        collect(parsed.parsedExpression().expression(), false, parts);
        var forbidden = faultOfKinds(parts);
        if (forbidden != null) {
            return fault(forbidden);
        }
        var whole = evaluateAll(parsed.parsedExpression(), withTexts(variables, parts));
        var fault = whole.fault() != null ? whole.fault() : faultOfAPart(expression, parts, variables);
        return fault == null ? whole : fault(fault);
    }

    /** Nothing is evaluated before it is known to end. */
    private static @Nullable String faultOfKinds(List<Part> parts) {
        for (var part : parts) {
            var called = CALLS.contains(part.kind()) ? part.function() : null;
            if (ENDLESS.contains(part.kind()) || called != null && PATTERNS.contains(called)) {
                return "uses loops, powers or patterns, which a diagram may not. Write it without them";
            }
            if (part.kind().equals("ConstContext")) {
                return "makes a value of several parts, which a diagram may not. Map each part to a variable of its own";
            }
            if (called != null && !FUNCTIONS.contains(called)) {
                return "uses the function \"%s\", which is none that a diagram may use. Look at its name, or write it without it"
                        .formatted(called);
            }
        }
        return null;
    }

    /** How deep brackets lie in brackets; those in texts count as well. */
    private static int depth(String expression) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < expression.length(); i++) {
            if ("([{".indexOf(expression.charAt(i)) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}".indexOf(expression.charAt(i)) >= 0) {
                depth--;
            }
        }
        return deepest;
    }

    /** What is not evaluated in the whole, because something before it decides, is evaluated alone. */
    private static @Nullable String faultOfAPart(
            String expression, List<Part> parts, Map<String, List<Object>> variables) {
        for (var part : parts) {
            if (part.node() instanceof Exp exp && !part.inScope()) {
                var fault = evaluateAll(new ParsedExpression(exp, expression), variables)
                        .fault();
                if (fault != null) {
                    return fault;
                }
            }
        }
        return null;
    }

    private static Result evaluateAll(ParsedExpression expression, Map<String, List<Object>> variables) {
        var usual = new HashMap<String, Object>();
        variables.forEach((name, values) -> usual.put(name, values.getFirst()));
        var cases = new LinkedHashSet<Map<String, Object>>();
        cases.add(usual);
        variables.forEach((name, values) -> values.forEach(value -> {
            var changed = new HashMap<>(usual);
            changed.put(name, value);
            cases.add(changed);
        }));
        var found = new ArrayList<@Nullable Object>();
        for (var variablesOfCase : cases) {
            var result = ENGINE.evaluate(expression, variablesOfCase);
            var fault = faultOf(result, variables.keySet());
            if (fault != null) {
                return fault(fault);
            }
            if (String.valueOf(result.result()).length() > LONGEST_RESULT) {
                return fault("gives more than %d characters. Make it shorter".formatted(LONGEST_RESULT));
            }
            found.add(result.result());
        }
        return new Result(null, found);
    }

    private static @Nullable String faultOf(EvaluationResult result, Set<String> known) {
        for (var failure : CollectionConverters.asJava(result.suppressedFailures())) {
            var name = NAME.matcher(failure.failureMessage());
            var what = name.find() ? name.group(1) : "";
            return switch (failure.failureType().toString()) {
                case "NO_VARIABLE_FOUND" ->
                    "asks for \"%s\", which is not known here. Known are: %s"
                            .formatted(
                                    what,
                                    String.join(", ", known.stream().sorted().toList()));
                case "NO_FUNCTION_FOUND", "FUNCTION_INVOCATION_FAILURE" ->
                    "uses the function \"%s\" in a way that does not exist. Look at its name and at what it is given"
                            .formatted(what);
                case "NO_PROPERTY_FOUND", "NO_CONTEXT_ENTRY_FOUND" ->
                    "asks for a part \"%s\", which is not there. Use the whole value".formatted(what);
                case "NOT_COMPARABLE" ->
                    "compares things of two kinds. Compare texts with texts and numbers with numbers";
                default -> UNFIT;
            };
        }
        return result.isSuccess() ? null : UNFIT;
    }

    /** Variables that are texts may be what the expression compares them with, too. */
    private static Map<String, List<Object>> withTexts(Map<String, List<Object>> variables, List<Part> parts) {
        var texts = parts.stream()
                .map(Part::node)
                .filter(ConstString.class::isInstance)
                .map(text -> ((ConstString) text).value())
                .toList();
        var all = new HashMap<String, List<Object>>();
        variables.forEach((name, values) -> {
            var more = new ArrayList<>(values);
            if (values.getFirst() instanceof String) {
                more.addAll(texts);
            }
            all.put(name, more);
        });
        return all;
    }

    /** @param inScope uses names that only mean something inside another part, so that it cannot be evaluated alone */
    private record Part(Product node, boolean inScope) {
        String kind() {
            return node.getClass().getSimpleName();
        }

        /** The name of what a call calls: what it is called on comes before it. */
        String function() {
            return String.valueOf(node.productElement(kind().startsWith("Qualified") ? 1 : 0));
        }
    }

    private static void collect(Object node, boolean inScope, List<Part> parts) {
        if (node instanceof Product product) {
            var part = new Part(product, inScope);
            parts.add(part);
            var children = product.productIterator();
            while (children.hasNext()) {
                collect(children.next(), inScope || SCOPES.contains(part.kind()), parts);
            }
        } else if (node instanceof scala.collection.Iterable<?> others) {
            CollectionConverters.asJava(others).forEach(other -> collect(other, inScope, parts));
        }
    }

    private static Result fault(String words) {
        return new Result(words, List.of());
    }
}
