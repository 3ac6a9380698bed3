package org.partnerflow.shared;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static java.util.Map.entry;

/**
 * The permission table: every permission, and which roles have it. A REST method names one in {@code @PermissionsAllowed}. Whose
 * records a partner or customer sees is narrowed further by the services.
 */
public final class Permissions {
    public static final String SEARCH_USE = "search:use";
    public static final String AUDIT_VIEW = "audit:view";
    public static final String USER_VIEW = "user:view";
    public static final String USER_EDIT = "user:edit";
    public static final String ORGANISATION_EDIT = "organisation:edit";
    public static final String ATTENTION_VIEW = "attention:view";
    public static final String ATTENTION_RETRY = "attention:retry";
    public static final String ENGINE_VIEW = "engine:view";
    public static final String ENGINE_MEND = "engine:mend";
    public static final String RULES_VIEW = "rules:view";
    public static final String RULES_EDIT = "rules:edit";
    public static final String RULES_PUBLISH = "rules:publish";
    public static final String WORKFLOW_VIEW = "workflow:view";
    public static final String WORKFLOW_EDIT = "workflow:edit";
    public static final String WORKFLOW_PUBLISH = "workflow:publish";
    public static final String PARTNER_VIEW = "partner:view";
    public static final String PARTNER_EDIT = "partner:edit";
    public static final String PARTNER_IMPORT = "partner:import";
    public static final String PARTNER_ENABLE = "partner:enable";
    public static final String PORTAL_SETTINGS_EDIT = "portal-settings:edit";
    public static final String PORTAL_USE = "portal:use";
    public static final String DEAL_VIEW = "deal:view";
    public static final String DEAL_EDIT = "deal:edit";
    public static final String DEAL_SHARE = "deal:share";
    public static final String DEAL_MIGRATE = "deal:migrate";
    public static final String LEAD_VIEW = "lead:view";
    public static final String LEAD_CREATE = "lead:create";
    public static final String LEAD_ASSIGN = "lead:assign";
    public static final String LEAD_EDIT = "lead:edit";
    public static final String LEAD_EXPLAIN = "lead:explain";
    public static final String LEAD_TAKE = "lead:take";
    public static final String QUEUE_VIEW = "queue:view";
    public static final String QUEUE_EDIT = "queue:edit";
    public static final String REQUEST_VIEW = "request:view";
    public static final String REQUEST_CREATE = "request:create";
    public static final String REQUEST_WORK = "request:work";
    public static final String TEAM_VIEW = "team:view";
    public static final String TEAM_EDIT = "team:edit";
    public static final String CUSTOMER_VIEW = "customer:view";
    public static final String CUSTOMER_EDIT = "customer:edit";

    private static final Set<String> ALL_STAFF = Set.of(
            SEARCH_USE,
            USER_VIEW,
            WORKFLOW_VIEW,
            RULES_VIEW,
            PARTNER_VIEW,
            DEAL_VIEW,
            LEAD_VIEW,
            LEAD_CREATE,
            LEAD_EXPLAIN,
            QUEUE_VIEW,
            REQUEST_VIEW,
            REQUEST_CREATE,
            TEAM_VIEW,
            CUSTOMER_VIEW);

    private static final Map<Role, Set<String>> GRANTED = new EnumMap<>(Map.ofEntries(
            entry(
                    Role.ADMIN,
                    Set.of(
                            AUDIT_VIEW,
                            USER_EDIT,
                            ORGANISATION_EDIT,
                            ATTENTION_VIEW,
                            ATTENTION_RETRY,
                            ENGINE_VIEW,
                            ENGINE_MEND,
                            RULES_EDIT,
                            RULES_PUBLISH,
                            WORKFLOW_EDIT,
                            WORKFLOW_PUBLISH,
                            PARTNER_EDIT,
                            PARTNER_IMPORT,
                            PARTNER_ENABLE,
                            PORTAL_SETTINGS_EDIT,
                            DEAL_EDIT,
                            DEAL_SHARE,
                            DEAL_MIGRATE,
                            LEAD_ASSIGN,
                            LEAD_EDIT,
                            QUEUE_EDIT,
                            REQUEST_WORK,
                            TEAM_EDIT,
                            CUSTOMER_EDIT)),
            entry(
                    Role.OPS_MANAGER,
                    Set.of(
                            ATTENTION_VIEW,
                            ATTENTION_RETRY,
                            ENGINE_VIEW,
                            ENGINE_MEND,
                            WORKFLOW_EDIT,
                            WORKFLOW_PUBLISH,
                            DEAL_MIGRATE)),
            entry(
                    Role.BROKER,
                    Set.of(
                            PARTNER_EDIT,
                            PARTNER_IMPORT,
                            PARTNER_ENABLE,
                            DEAL_EDIT,
                            DEAL_SHARE,
                            LEAD_ASSIGN,
                            LEAD_EDIT,
                            CUSTOMER_EDIT)),
            entry(Role.TECHNICIAN, Set.of(REQUEST_WORK)),
            entry(
                    Role.PARTNER,
                    Set.of(
                            PORTAL_USE,
                            SEARCH_USE,
                            DEAL_VIEW,
                            DEAL_EDIT,
                            LEAD_VIEW,
                            LEAD_CREATE,
                            LEAD_TAKE,
                            REQUEST_VIEW,
                            REQUEST_WORK)),
            entry(Role.CUSTOMER, Set.of(SEARCH_USE, REQUEST_VIEW, REQUEST_CREATE))));

    /** Every permission, in the order of the alphabet. */
    public static final Set<String> ALL = of(EnumSet.allOf(Role.class));

    private Permissions() {}

    public static Set<String> of(Collection<Role> roles) {
        var permissions = new TreeSet<String>();
        for (var role : roles) {
            permissions.addAll(GRANTED.get(role));
            if (role.kind() == Actor.Kind.STAFF) {
                permissions.addAll(ALL_STAFF);
            }
        }
        return permissions;
    }
}
