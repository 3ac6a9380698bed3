package org.partnerflow.audit;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.record.RecordType;

/**
 * Everything that the audit trail tells of: the type of the record and what happened to it. The pages take the words of the actions from
 * the API's document and have a text for each, so one that is renamed or has no text does not compile.
 */
public enum AuditAction {
    /** Told by a record itself, where no service has told more. */
    RECORD_CHANGED(null, "record.changed"),
    ASSIGNMENT_GROUP_CHANGED(RecordType.ASSIGNMENT_GROUP, "assignment-group.changed"),
    ASSIGNMENT_GROUP_CREATED(RecordType.ASSIGNMENT_GROUP, "assignment-group.created"),
    ATTENTION_ENDED(RecordType.ATTENTION, "attention.ended"),
    ATTENTION_PUT_ASIDE(RecordType.ATTENTION, "attention.put-aside"),
    ATTENTION_RAISED(RecordType.ATTENTION, "attention.raised"),
    ATTENTION_RESOLVED(RecordType.ATTENTION, "attention.resolved"),
    ATTENTION_RETRIED(RecordType.ATTENTION, "attention.retried"),
    CONTACT_ADDED(RecordType.CONTACT, "contact.added"),
    CONTACT_CHANGED(RecordType.CONTACT, "contact.changed"),
    CUSTOMER_CHANGED(RecordType.CUSTOMER, "customer.changed"),
    CUSTOMER_CREATED(RecordType.CUSTOMER, "customer.created"),
    CUSTOMER_INVITED_AGAIN(RecordType.CUSTOMER, "customer.invited-again"),
    CUSTOMER_LEFT(RecordType.CUSTOMER, "customer.left"),
    DEAL_BEGUN_ANEW(RecordType.DEAL, "deal.begun-anew"),
    DEAL_CONTACT_ADDED(RecordType.DEAL, "deal.contact-added"),
    DEAL_CONTACT_EDITED(RecordType.DEAL, "deal.contact-edited"),
    DEAL_CONTACT_REMOVED(RecordType.DEAL, "deal.contact-removed"),
    DEAL_CREATED(RecordType.DEAL, "deal.created"),
    DEAL_EDITED(RecordType.DEAL, "deal.edited"),
    DEAL_EMAIL_SENT(RecordType.DEAL, "deal.email-sent"),
    DEAL_EMAIL_SKIPPED(RecordType.DEAL, "deal.email-skipped"),
    DEAL_FILE_ADDED(RecordType.DEAL, "deal.file-added"),
    DEAL_FILE_REMOVED(RecordType.DEAL, "deal.file-removed"),
    DEAL_FILE_SHARED(RecordType.DEAL, "deal.file-shared"),
    DEAL_LOST(RecordType.DEAL, "deal.lost"),
    DEAL_MIGRATED(RecordType.DEAL, "deal.migrated"),
    DEAL_MIGRATION_REFUSED(RecordType.DEAL, "deal.migration-refused"),
    DEAL_MIGRATION_REQUESTED(RecordType.DEAL, "deal.migration-requested"),
    DEAL_MOVED(RecordType.DEAL, "deal.moved"),
    DEAL_NOTE_ADDED(RecordType.DEAL, "deal.note-added"),
    DEAL_NOTE_EDITED(RecordType.DEAL, "deal.note-edited"),
    DEAL_NOTICE_GIVEN(RecordType.DEAL, "deal.notice-given"),
    DEAL_NOTICE_SKIPPED(RecordType.DEAL, "deal.notice-skipped"),
    DEAL_PUT_ON_STAGE(RecordType.DEAL, "deal.put-on-stage"),
    DEAL_PUT_ON_STAGE_REFUSED(RecordType.DEAL, "deal.put-on-stage-refused"),
    DEAL_SHARED(RecordType.DEAL, "deal.shared"),
    DEAL_STAGE_ENTERED(RecordType.DEAL, "deal.stage-entered"),
    DEAL_UNSHARED(RecordType.DEAL, "deal.unshared"),
    DEAL_WAIT_SKIPPED(RecordType.DEAL, "deal.wait-skipped"),
    DEAL_WON(RecordType.DEAL, "deal.won"),
    DEMO_DATA_SET_UP(RecordType.ORGANISATION, "demo-data.set-up"),
    EXCHANGE_RATE_REMOVED(RecordType.EXCHANGE_RATE, "exchange-rate.removed"),
    EXCHANGE_RATE_SET(RecordType.EXCHANGE_RATE, "exchange-rate.set"),
    IMPORT_CHECK_STARTED(RecordType.IMPORT, "import.check-started"),
    IMPORT_CHECKED(RecordType.IMPORT, "import.checked"),
    IMPORT_DISCARDED(RecordType.IMPORT, "import.discarded"),
    IMPORT_DONE(RecordType.IMPORT, "import.done"),
    IMPORT_READ_ANEW(RecordType.IMPORT, "import.read-anew"),
    IMPORT_STARTED(RecordType.IMPORT, "import.started"),
    IMPORT_STOPPED(RecordType.IMPORT, "import.stopped"),
    IMPORT_UPLOADED(RecordType.IMPORT, "import.uploaded"),
    INVITATION_ACCEPTED(RecordType.USER, "invitation.accepted"),
    INVITATION_ISSUED(RecordType.USER, "invitation.issued"),
    LEAD_ACCEPTED(RecordType.LEAD, "lead.accepted"),
    LEAD_CONVERTED(RecordType.LEAD, "lead.converted"),
    LEAD_DECLINED(RecordType.LEAD, "lead.declined"),
    LEAD_EDITED(RecordType.LEAD, "lead.edited"),
    LEAD_KEPT(RecordType.LEAD, "lead.kept"),
    LEAD_OFFER_EXPIRED(RecordType.LEAD, "lead.offer-expired"),
    LEAD_OFFERED(RecordType.LEAD, "lead.offered"),
    LEAD_OWNER_LEFT(RecordType.LEAD, "lead.owner-left"),
    LEAD_QUEUE_EMPTIED(RecordType.LEAD, "lead.queue-emptied"),
    LEAD_QUEUED(RecordType.LEAD, "lead.queued"),
    LEAD_RECEIVED(RecordType.LEAD, "lead.received"),
    LEAD_TAKEN(RecordType.LEAD, "lead.taken"),
    LEAD_UNASSIGNED(RecordType.LEAD, "lead.unassigned"),
    ORG_UNIT_CHANGED(RecordType.ORG_UNIT, "org-unit.changed"),
    ORG_UNIT_CREATED(RecordType.ORG_UNIT, "org-unit.created"),
    ORGANISATION_OWNER_CHANGED(RecordType.ORGANISATION, "organisation.owner-changed"),
    ORGANISATION_SETTINGS_CHANGED(RecordType.ORGANISATION_SETTINGS, "organisation-settings.changed"),
    PARTNER_ACCOUNT_ADDED(RecordType.PARTNER_ACCOUNT, "partner-account.added"),
    PARTNER_ACCOUNT_CHANGED(RecordType.PARTNER_ACCOUNT, "partner-account.changed"),
    PARTNER_ACCOUNT_ENABLED_AS_PARTNER(RecordType.PARTNER_ACCOUNT, "partner-account.enabled-as-partner"),
    PARTNER_ACCOUNT_IMPORTED(RecordType.PARTNER_ACCOUNT, "partner-account.imported"),
    PARTNER_USER_ACCEPTED(RecordType.PARTNER_USER, "partner-user.accepted"),
    PARTNER_USER_ACTIVATED(RecordType.PARTNER_USER, "partner-user.activated"),
    PARTNER_USER_ADDRESS_CHANGED(RecordType.PARTNER_USER, "partner-user.address-changed"),
    PARTNER_USER_ADMITTED(RecordType.PARTNER_USER, "partner-user.admitted"),
    PARTNER_USER_ALLOCATED(RecordType.PARTNER_USER, "partner-user.allocated"),
    PARTNER_USER_ENABLED(RecordType.PARTNER_USER, "partner-user.enabled"),
    PARTNER_USER_INVITATION_ENDED(RecordType.PARTNER_USER, "partner-user.invitation-ended"),
    PARTNER_USER_INVITATION_EXPIRED(RecordType.PARTNER_USER, "partner-user.invitation-expired"),
    PARTNER_USER_INVITED(RecordType.PARTNER_USER, "partner-user.invited"),
    PARTNER_USER_INVITED_AGAIN(RecordType.PARTNER_USER, "partner-user.invited-again"),
    PARTNER_USER_NOTIFICATIONS_CHOSEN(RecordType.PARTNER_USER, "partner-user.notifications-chosen"),
    PARTNER_USER_REMINDED(RecordType.PARTNER_USER, "partner-user.reminded"),
    PARTNER_USER_REMOVED(RecordType.PARTNER_USER, "partner-user.removed"),
    PICKLIST_ENTRY_ADDED(RecordType.PICKLIST_ENTRY, "picklist-entry.added"),
    PICKLIST_ENTRY_CHANGED(RecordType.PICKLIST_ENTRY, "picklist-entry.changed"),
    PORTAL_SETTINGS_CHANGED(RecordType.PORTAL_SETTINGS, "portal-settings.changed"),
    QUEUE_CHANGED(RecordType.QUEUE, "queue.changed"),
    QUEUE_CREATED(RecordType.QUEUE, "queue.created"),
    RECONCILIATION_BEGUN(RecordType.RECONCILIATION, "reconciliation.begun"),
    REQUEST_ASSIGNED(RecordType.REQUEST, "request.assigned"),
    REQUEST_ESCALATED(RecordType.REQUEST, "request.escalated"),
    REQUEST_ESCALATION_ASKED(RecordType.REQUEST, "request.escalation-asked"),
    REQUEST_LAST_LAYER_LEFT(RecordType.REQUEST, "request.last-layer-left"),
    REQUEST_LEAD_TOLD(RecordType.REQUEST, "request.lead-told"),
    REQUEST_LOGGED(RecordType.REQUEST, "request.logged"),
    REQUEST_NOT_ASSIGNED(RecordType.REQUEST, "request.not-assigned"),
    REQUEST_REPLIED(RecordType.REQUEST, "request.replied"),
    REQUEST_RESOLVED(RecordType.REQUEST, "request.resolved"),
    REQUEST_RESPONDED(RecordType.REQUEST, "request.responded"),
    REQUEST_TAKEN_BACK(RecordType.REQUEST, "request.taken-back"),
    RULE_SET_DRAFT_DISCARDED(RecordType.RULE_SET, "rule-set.draft-discarded"),
    RULE_SET_DRAFT_SAVED(RecordType.RULE_SET, "rule-set.draft-saved"),
    RULE_SET_PUBLISHED(RecordType.RULE_SET, "rule-set.published"),
    RULE_SET_RESTORED(RecordType.RULE_SET, "rule-set.restored"),
    SESSION_ENDED(RecordType.USER, "session.ended"),
    SESSION_OPENED(RecordType.USER, "session.opened"),
    SESSION_OTHERS_ENDED(RecordType.USER, "session.others-ended"),
    SESSION_SWITCHED(RecordType.ORGANISATION, "session.switched"),
    TEAM_CHANGED(RecordType.TEAM, "team.changed"),
    TEAM_CREATED(RecordType.TEAM, "team.created"),
    TEAM_LAYER_ADDED(RecordType.TEAM, "team.layer-added"),
    TEAM_LAYER_CHANGED(RecordType.TEAM, "team.layer-changed"),
    TEAM_LAYER_REMOVED(RecordType.TEAM, "team.layer-removed"),
    TEAM_LAYERS_ORDERED(RecordType.TEAM, "team.layers-ordered"),
    TEAM_MEMBER_ADDED(RecordType.TEAM, "team.member-added"),
    TEAM_MEMBER_REMOVED(RecordType.TEAM, "team.member-removed"),
    USER_ADDED(RecordType.USER, "user.added"),
    USER_DISABLED(RecordType.USER, "user.disabled"),
    USER_EMAIL_CHANGE_ASKED(RecordType.USER, "user.email-change-asked"),
    USER_EMAIL_CHANGE_CANCELLED(RecordType.USER, "user.email-change-cancelled"),
    USER_EMAIL_CHANGED(RecordType.USER, "user.email-changed"),
    USER_ENABLED(RecordType.USER, "user.enabled"),
    USER_PASSWORD_SET(RecordType.USER, "user.password-set"),
    USER_REMOVED(RecordType.USER, "user.removed"),
    USER_ROLES_SET(RecordType.USER, "user.roles-set"),
    USER_WORK_HANDED_OVER(RecordType.USER, "user.work-handed-over"),
    WORKFLOW_CREATED(RecordType.WORKFLOW, "workflow.created"),
    WORKFLOW_MADE_DEFAULT(RecordType.WORKFLOW, "workflow.made-default"),
    WORKFLOW_PUBLISHED(RecordType.WORKFLOW, "workflow.published"),
    WORKFLOW_REFUSED(RecordType.WORKFLOW, "workflow.refused"),
    WORKFLOW_RENAMED(RecordType.WORKFLOW, "workflow.renamed");

    private final @Nullable RecordType recordType;
    private final String word;

    AuditAction(@Nullable RecordType recordType, String word) {
        this.recordType = recordType;
        this.word = word;
    }

    /** As it is stored and sent: {@code deal.moved}. */
    @JsonValue
    public String word() {
        return word;
    }

    RecordType recordType() {
        return Objects.requireNonNull(
                recordType, () -> "Expected an action of one type of record, but " + word + " is of any");
    }

    @Override
    public String toString() {
        return word;
    }
}
