package org.partnerflow.engine;

/** A refusal of the business that a boundary event of the diagram catches. The transaction is rolled back. */
public class BpmnError extends RuntimeException {
    private final String code;

    public BpmnError(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
