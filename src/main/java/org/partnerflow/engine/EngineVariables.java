package org.partnerflow.engine;

import java.util.List;

/** The process variables that tie an instance to a record; every instance has them. */
public final class EngineVariables {
    public static final String RECORD_ID = "recordId";
    public static final String ORGANISATION_ID = "organisationId";

    /** The id of the outbox message that started the instance: how a second instance of one start is known. */
    static final String START_ID = "startId";

    /** The id of the outbox message that the instance has got last: how a message that was used is known. */
    static final String LAST_MESSAGE_ID = "lastMessageId";

    /** No diagram may write them. */
    public static final List<String> ALL = List.of(RECORD_ID, ORGANISATION_ID, START_ID, LAST_MESSAGE_ID);

    private EngineVariables() {}
}
