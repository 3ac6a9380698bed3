package org.partnerflow.shared.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;

import org.partnerflow.shared.Permissions;

/**
 * Every type of record that the audit trail tells of: its table, and the permission with which staff hear of its changes. The pages take
 * its word from the API's document, so a word that is missing or renamed there does not compile.
 */
public enum RecordType {
    ASSIGNMENT_GROUP("assignment_group", Permissions.QUEUE_VIEW),
    ATTENTION("attention_item", Permissions.ATTENTION_VIEW),
    CONTACT("partner_contact", Permissions.PARTNER_VIEW),
    CUSTOMER("customer", Permissions.CUSTOMER_VIEW),
    DEAL("deal", Permissions.DEAL_VIEW),
    DEAL_CONTACT("deal_contact", Permissions.AUDIT_VIEW),
    DEAL_FILE("deal_file", Permissions.AUDIT_VIEW),
    DEAL_NOTE("deal_note", Permissions.AUDIT_VIEW),
    DEAL_SHARE("deal_share", Permissions.AUDIT_VIEW),
    DECISION("decision", Permissions.AUDIT_VIEW),
    ESCALATION_LAYER("escalation_layer", Permissions.AUDIT_VIEW),
    EXCHANGE_RATE("exchange_rate", Permissions.AUDIT_VIEW),
    IMPORT("partner_import", Permissions.PARTNER_IMPORT),
    LEAD("sales_lead", Permissions.LEAD_VIEW),
    LEAD_OFFER("lead_offer", Permissions.AUDIT_VIEW),
    MEMBERSHIP("membership", Permissions.USER_VIEW),
    ORG_UNIT("org_unit", Permissions.CUSTOMER_VIEW),
    ORGANISATION("organisation", Permissions.AUDIT_VIEW),
    ORGANISATION_SETTINGS("organisation_settings", Permissions.AUDIT_VIEW),
    PARTNER_ACCOUNT("partner_account", Permissions.PARTNER_VIEW),
    PARTNER_USER("partner_user", Permissions.PARTNER_VIEW),
    PICKLIST_ENTRY("picklist_entry", Permissions.PARTNER_VIEW),
    PORTAL_SETTINGS("portal_settings", Permissions.AUDIT_VIEW),
    QUEUE("lead_queue", Permissions.QUEUE_VIEW),
    RECONCILIATION("reconciliation_run", Permissions.AUDIT_VIEW),
    REQUEST("support_request", Permissions.REQUEST_VIEW),
    REQUEST_ASSIGNMENT("request_assignment", Permissions.AUDIT_VIEW),
    REQUEST_MESSAGE("request_message", Permissions.AUDIT_VIEW),
    RULE_SET("rule_version", Permissions.RULES_VIEW),
    STAGE_VISIT("stage_visit", Permissions.AUDIT_VIEW),
    STORED_FILE("stored_file", Permissions.AUDIT_VIEW),
    TEAM("support_team", Permissions.TEAM_VIEW),
    USER("app_user", Permissions.USER_VIEW),
    WORKFLOW("deal_workflow", Permissions.WORKFLOW_VIEW),
    WORKFLOW_VERSION("workflow_version", Permissions.AUDIT_VIEW);

    private static final Map<String, RecordType> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(RecordType::word, Function.identity()));
    private static final Map<String, RecordType> BY_TABLE =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.table, Function.identity()));

    private final String word;
    private final String table;
    private final String seenWith;

    RecordType(String table, String seenWith) {
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.table = table;
        this.seenWith = seenWith;
    }

    /** As it is stored and sent: {@code partner-account}. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The permission with which staff hear of its changes at once. */
    public String seenWith() {
        return seenWith;
    }

    /** Empty for a type that an older version of the product has stored. */
    public static Optional<RecordType> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    public static Optional<RecordType> ofTable(String table) {
        return Optional.ofNullable(BY_TABLE.get(table));
    }

    @Override
    public String toString() {
        return word;
    }
}
