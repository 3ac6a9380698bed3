package org.partnerflow.support.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.FormerMember;
import org.partnerflow.identity.Organisations;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.UserService.Member;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.mail.MailConfig;
import org.partnerflow.mail.Mails;
import org.partnerflow.shared.Actors;
import org.partnerflow.support.customer.CustomerService;
import org.partnerflow.support.team.EscalationLayer;
import org.partnerflow.support.team.Team;

/** Tells people by mail what became of a request. */
@ApplicationScoped
class RequestNews {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    Mails mails;

    @Inject
    MailConfig config;

    @Inject
    UserService users;

    @Inject
    RequestHistory history;

    @Inject
    CanWork canWork;

    @Inject
    Organisations organisations;

    @Inject
    CustomerService customers;

    @Inject
    Actors actors;

    void assigned(SupportRequest request, EscalationLayer layer) {
        send(
                "request-assigned",
                request.assigneeId(),
                "Request %s is yours: %s",
                request,
                Map.of(
                        "layer",
                        layer.name(),
                        "due",
                        words(request.responseDueAt()),
                        "why",
                        history.handedOver(request.id()).map(RequestNews::asked).orElse("")));
    }

    /** Tells who has lost a request; who has escalated it or given it away themselves, or has left, knows. */
    void lost(SupportRequest request, RequestAssignment assignment) {
        var former = assignment.assigneeId();
        if (former == null || canWork.objection(former, Duty.WORK_ON_REQUESTS).isPresent()) {
            return;
        }
        if (!former.equals(assignment.askedById())) {
            send(
                    "request-lost",
                    former,
                    "Request %s is not yours any more: %s",
                    request,
                    Map.of("why", end(assignment) + asked(assignment)));
        }
    }

    private static String end(RequestAssignment assignment) {
        return switch (assignment.endedBy()) {
            case RESPONSE_OVERDUE -> "The time for a response is over, and so it went to the next layer.";
            case RESOLUTION_OVERDUE -> "The time for the resolution is over, and so it went to the next layer.";
            case HANDED_OVER -> "Somebody else has it now.";
            case BY_HAND -> "It was escalated to the next layer.";
            case null, default -> "It was assigned anew.";
        };
    }

    private static String asked(RequestAssignment assignment) {
        return assignment.askedReason() == null
                ? ""
                : " %s wrote: %s".formatted(assignment.askedBy(), assignment.askedReason());
    }

    void needsLead(SupportRequest request, Team team) {
        var assignee = request.assigneeId();
        send(
                "request-needs-lead",
                team.leadUserId(),
                "Request %s needs you: %s",
                request,
                Map.of(
                        "team",
                        team.name(),
                        "assignee",
                        assignee == null
                                ? ""
                                : users.names(List.of(assignee)).getOrDefault(assignee, FormerMember.UNKNOWN)));
    }

    /** Tells the customer that there is an answer, or that the request is resolved. */
    void answered(SupportRequest request, String author) {
        var template = request.isOpen() ? "request-answered" : "request-resolved";
        var subject = request.isOpen() ? "Answer to your request %s: %s" : "Your request %s is resolved: %s";
        var customer = customers.read(request.customerId()).customer().userId();
        send(template, customer, subject, request, Map.of("author", author));
    }

    /** Tells the person who has the request that the customer wrote. */
    void replied(SupportRequest request) {
        var assignee = request.assigneeId();
        if (assignee != null) {
            send("request-replied", assignee, "Reply to request %s: %s", request, Map.of());
        }
    }

    /** Nobody writes to who is disabled or has left. */
    private void send(String template, UUID to, String subject, SupportRequest request, Map<String, Object> more) {
        users.members(List.of(to)).stream()
                .filter(Member::active)
                .forEach(member -> send(template, member, subject, request, more));
    }

    private void send(String template, Member to, String subject, SupportRequest request, Map<String, Object> more) {
        var data = new HashMap<String, Object>(more);
        data.put("name", to.name());
        data.put("request", request.name());
        data.put("title", request.subject().title());
        data.put(
                "organisation",
                organisations.findById(actors.current().organisation()).name());
        data.put("page", page(request.id()));
        mails.send(
                template,
                request.id(),
                to.email(),
                subject.formatted(request.name(), request.subject().title()),
                data);
    }

    private String page(UUID requestId) {
        return config.publicUrl().resolve("/requests/" + requestId).toString();
    }

    private static String words(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }
}
