package org.partnerflow.engine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What becomes of a job: completed with variables, or left open until somebody completes it by its key. */
public sealed interface JobResult {
    /** @param variables a record or map of ids and small outcomes that the process gets; null for none */
    record Complete(@Nullable Object variables) implements JobResult {}

    record KeepOpen() implements JobResult {}

    static JobResult complete() {
        return new Complete(null);
    }

    static JobResult complete(Object variables) {
        return new Complete(variables);
    }

    static JobResult complete(String variable, Object value) {
        return new Complete(Map.of(variable, value));
    }

    static JobResult keepOpen() {
        return new KeepOpen();
    }
}
