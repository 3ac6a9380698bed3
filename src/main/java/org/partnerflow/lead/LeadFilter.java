package org.partnerflow.lead;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Texts;

/** What a list of leads is narrowed to; use as {@code @BeanParam}. */
public class LeadFilter {
    @QueryParam("state")
    @Size(max = 6)
    @Nullable
    Set<LeadState> states;

    @QueryParam("ownerId")
    @Nullable
    UUID ownerId;

    @QueryParam("queueId")
    @Nullable
    UUID queueId;

    /** Only what the caller is asked for or owns. */
    @QueryParam("mine")
    boolean mine;

    /** Only what the caller entered. */
    @QueryParam("submitted")
    boolean submitted;

    @QueryParam("q")
    @Size(max = 200)
    @Nullable
    String text;

    void addTo(LeadViewer viewer, List<String> conditions, Map<String, Object> parameters) {
        if (mine) {
            conditions.add("ownerId = :owned");
            parameters.put("owned", viewer.userIdOrNobody());
        }
        if (submitted) {
            conditions.add("submittedBy = :submitter");
            parameters.put("submitter", viewer.userIdOrNobody());
        }
        if (states != null && !states.isEmpty()) {
            conditions.add("state in :states");
            parameters.put("states", states);
        }
        if (ownerId != null) {
            conditions.add("ownerId = :owner");
            parameters.put("owner", ownerId);
        }
        if (queueId != null) {
            conditions.add("queueId = :queue");
            parameters.put("queue", queueId);
        }
        if (text != null && !text.isBlank()) {
            conditions.add("(details.company like :text escape '!'"
                    + " or trim(concat(details.contact.firstName, ' ', details.contact.lastName)) like :text escape '!'"
                    + " or lower(details.contact.email) like lower(:text) escape '!')");
            parameters.put("text", Texts.containing(text));
        }
    }
}
