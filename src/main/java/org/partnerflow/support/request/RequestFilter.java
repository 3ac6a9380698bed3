package org.partnerflow.support.request;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Texts;

/** Which requests a list shows; use as {@code @BeanParam}. */
public class RequestFilter {
    private static final Pattern NUMBER = Pattern.compile("(?:[Rr]-)?(\\d{1,9})");

    /** A ready-made choice of requests. */
    public enum RequestListView {
        OPEN,
        MINE,
        UNASSIGNED,
        OVERDUE,
        RESOLVED
    }

    @QueryParam("view")
    @Nullable
    RequestListView view;

    /** Words of the subject, or the number. */
    @QueryParam("q")
    @Size(max = 200)
    @Nullable
    String text;

    @QueryParam("teamId")
    @Nullable
    UUID teamId;

    @QueryParam("customerId")
    @Nullable
    UUID customerId;

    static RequestFilter of(RequestListView view) {
        var filter = new RequestFilter();
        filter.view = view;
        return filter;
    }

    @Nullable
    Integer number() {
        var matcher = NUMBER.matcher(text == null ? "" : text.strip());
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    @Nullable
    String words() {
        return Texts.containing(text);
    }
}
