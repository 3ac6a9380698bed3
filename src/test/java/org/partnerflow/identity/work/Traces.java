package org.partnerflow.identity.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.partnerflow.Given;
import org.partnerflow.shared.Sql;

import static java.util.Map.entry;

/** Finds every place in the database that names somebody, but for what is history. */
final class Traces {
    private static final String ALWAYS = "1 = 1";

    /** Columns that may go on naming somebody who has left, and in which rows. */
    private static final Map<String, String> HISTORY = Map.ofEntries(
            entry("account_link.user_id", ALWAYS), // of the log-in, which stays the person's own
            entry("app_user.id", ALWAYS),
            entry("audit_entry.actor_user_id", ALWAYS),
            entry("audit_entry.record_id", ALWAYS),
            entry("customer.user_id", "left_at is not null"),
            entry("deal.asked_by", ALWAYS),
            entry("deal.owner_user_id", "state <> 'OPEN'"),
            entry("deal.partner_user_id", "state <> 'OPEN'"),
            entry("deal_file.author_user_id", ALWAYS),
            entry("deal_note.author_user_id", ALWAYS),
            entry("former_member.user_id", ALWAYS),
            entry("invitation.user_id", "used_at is not null or revoked_at is not null"),
            entry("lead_offer.partner_user_id", "answer is not null"),
            entry("organisation.owner_user_id", ALWAYS), // the owner cannot leave
            entry("outbox_message.record_id", ALWAYS),
            entry("partner_import.started_by_user_id", ALWAYS),
            entry("partner_user.user_id", ALWAYS),
            entry("request_assignment.asked_by_id", ALWAYS),
            entry("request_assignment.assignee_id", "ended_at is not null"),
            entry("request_message.author_id", ALWAYS),
            entry("sales_lead.owner_id", "state = 'CONVERTED'"),
            entry("sales_lead.submitted_by", ALWAYS),
            entry("stage_visit.left_by_user_id", ALWAYS),
            entry("support_request.assignee_id", "state = 'RESOLVED'"),
            entry("workflow_version.author_id", ALWAYS));

    /** Columns from which whoever leaves altogether is taken. */
    private static final Set<String> GIVEN_UP = Set.of(
            "assignment_group_member.member_id",
            "deal_notice.user_id",
            "deal_share.user_id",
            "escalation_layer_member.user_id",
            "lead_queue_member.partner_user_id",
            "membership.user_id",
            "partner_account.owner_user_id",
            "partner_user.present_user_id",
            "partner_user_allocation.user_id",
            "support_team.lead_user_id",
            "user_session.user_id");

    /** Columns that look as if they named somebody, and do not. */
    private static final Set<String> NOBODY = Set.of(
            "partner_notification.partner_user_id",
            "partner_user_allocation.partner_user_id",
            "support_request.customer_id");

    private static final Pattern NAMES_SOMEBODY =
            Pattern.compile(".*(user_id|owner_id|assignee_id|author_id|member_id|person_id|_by|_by_id)");

    private Traces() {}

    /** Columns with ids that look as if they named somebody, of which nobody has decided what becomes of them. */
    static List<String> undecided() {
        return idColumns().stream()
                .filter(column -> NAMES_SOMEBODY.matcher(column).matches())
                .filter(column -> !HISTORY.containsKey(column))
                .filter(column -> !GIVEN_UP.contains(column))
                .filter(column -> !NOBODY.contains(column))
                .toList();
    }

    /**
     * The columns that name somebody in rows which are no history.
     *
     * @param kept columns that may name them all the same
     */
    static List<String> of(UUID userId, Set<String> kept) {
        var found = new ArrayList<String>();
        for (var column : idColumns()) {
            var name = column.split("\\.");
            long rows = Given.bean(Sql.class)
                    .query(
                            "select count(*) from %s where %s = ? and not (%s)"
                                    .formatted(name[0], name[1], HISTORY.getOrDefault(column, "1 = 0")),
                            row -> row.getLong(1),
                            userId)
                    .getFirst();
            if (rows > 0 && !kept.contains(column)) {
                found.add("%s (%d)".formatted(column, rows));
            }
        }
        return found;
    }

    private static List<String> idColumns() {
        return Given.bean(Sql.class).query("""
                        select concat(table_name, '.', column_name) from information_schema.columns
                        where table_schema = database() and column_type = 'binary(16)'
                        order by 1""", row -> row.getString(1));
    }
}
