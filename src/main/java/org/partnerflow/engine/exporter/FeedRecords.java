package org.partnerflow.engine.exporter;

import java.util.Set;

import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import org.jspecify.annotations.Nullable;

/** Picks what the application is told of the engine's log, and writes it as JSON: few of its records, and few fields of each. */
final class FeedRecords {
    private static final int LONGEST_TEXT = 4_000;
    private static final Set<String> TYING_VARIABLES = Set.of("recordId", "organisationId", "startId");

    private FeedRecords() {}

    /** Lets the broker leave out the most before it reads them. */
    static final class Filter implements RecordFilter {
        @Override
        public boolean acceptType(RecordType type) {
            return type == RecordType.EVENT;
        }

        @Override
        public boolean acceptValue(ValueType type) {
            return type == ValueType.INCIDENT || type == ValueType.PROCESS_INSTANCE || type == ValueType.VARIABLE;
        }
    }

    /** The record as a JSON object; null when the application need not know it. */
    static @Nullable String told(Record<?> record) {
        return switch (record.getValueType()) {
            case INCIDENT -> incident(record, (IncidentRecordValue) record.getValue());
            case PROCESS_INSTANCE -> element(record, (ProcessInstanceRecordValue) record.getValue());
            case VARIABLE -> variable(record, (VariableRecordValue) record.getValue());
            default -> null;
        };
    }

    private static @Nullable String incident(Record<?> record, IncidentRecordValue incident) {
        if (record.getIntent() == IncidentIntent.RESOLVED) {
            return begin("INCIDENT_RESOLVED", record, incident.getProcessInstanceKey())
                    .end();
        }
        if (record.getIntent() != IncidentIntent.CREATED) {
            return null;
        }
        return begin("INCIDENT", record, incident.getProcessInstanceKey())
                .with("processId", incident.getBpmnProcessId())
                .with("definition", incident.getProcessDefinitionKey())
                .with("elementId", incident.getElementId())
                .with("job", incident.getJobKey())
                .with("errorType", incident.getErrorType().name())
                .with("text", incident.getErrorMessage())
                .end();
    }

    private static @Nullable String element(Record<?> record, ProcessInstanceRecordValue element) {
        if (element.getBpmnElementType() == BpmnElementType.SEQUENCE_FLOW) {
            return null;
        }
        if (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                || record.getIntent() == ProcessInstanceIntent.ELEMENT_TERMINATED) {
            return begin("LEFT", record, element.getProcessInstanceKey()).end();
        }
        // An element whose entry fails is never activated, but its token is there: hence activating.
        if (record.getIntent() != ProcessInstanceIntent.ELEMENT_ACTIVATING
                && record.getIntent() != ProcessInstanceIntent.ELEMENT_MIGRATED) {
            return null;
        }
        return begin("REACHED", record, element.getProcessInstanceKey())
                .with("processId", element.getBpmnProcessId())
                .with("definition", element.getProcessDefinitionKey())
                .with("elementId", element.getElementId())
                .with("elementType", element.getBpmnElementType().name())
                .with("scope", element.getFlowScopeKey())
                .with("parent", element.getParentProcessInstanceKey())
                .end();
    }

    private static @Nullable String variable(Record<?> record, VariableRecordValue variable) {
        boolean ties = record.getIntent() == VariableIntent.CREATED
                && variable.getScopeKey() == variable.getProcessInstanceKey()
                && TYING_VARIABLES.contains(variable.getName());
        return !ties
                ? null
                : begin("VARIABLE", record, variable.getProcessInstanceKey())
                        .with("processId", variable.getBpmnProcessId())
                        .with("definition", variable.getProcessDefinitionKey())
                        .with("name", variable.getName())
                        .with("text", variable.getValue())
                        .end();
    }

    private static Json begin(String what, Record<?> record, long instanceKey) {
        return new Json()
                .with("what", what)
                .with("position", record.getPosition())
                .with("time", record.getTimestamp())
                .with("key", record.getKey())
                .with("instance", instanceKey);
    }

    /** One flat object. */
    private static final class Json {
        private final StringBuilder text = new StringBuilder(256);

        Json with(String name, long value) {
            name(name).append(value);
            return this;
        }

        Json with(String name, @Nullable String value) {
            var sink = name(name).append('"');
            var shown = value == null ? "" : value;
            for (int i = 0; i < Math.min(shown.length(), LONGEST_TEXT); i++) {
                escape(sink, shown.charAt(i));
            }
            sink.append('"');
            return this;
        }

        String end() {
            return text.append('}').toString();
        }

        private StringBuilder name(String name) {
            return text.append(text.isEmpty() ? '{' : ',')
                    .append('"')
                    .append(name)
                    .append("\":");
        }

        private static void escape(StringBuilder sink, char c) {
            if (c == '"' || c == '\\') {
                sink.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                sink.append("\\u%04x".formatted((int) c));
            } else {
                sink.append(c);
            }
        }
    }
}
