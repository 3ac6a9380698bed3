package org.partnerflow.lead;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.Organisations;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.UserService.Member;
import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.mail.MailConfig;
import org.partnerflow.mail.Mails;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Texts;

/** Tells by mail who has lost an offer, and whoever entered a lead that it was declined, not answered, or fits nobody. */
@ApplicationScoped
class LeadNews {
    private static final int LONGEST_IN_SUBJECT = 120;

    @Inject
    Mails mails;

    @Inject
    MailConfig config;

    @Inject
    UserService users;

    @Inject
    Organisations organisations;

    @Inject
    Actors actors;

    /** @param former who was asked before; nobody is told who is asked again */
    void withdrawn(Lead lead, @Nullable UUID former) {
        if (former != null && !former.equals(lead.ownerId())) {
            tellFormer(lead, former, "It was given to somebody else.");
        }
    }

    void expired(Lead lead, @Nullable UUID former) {
        if (former != null) {
            tellFormer(lead, former, "It was not answered in time, and is offered to others.");
        }
        tellSubmitter(
                lead,
                "was not answered",
                "Nobody answered the offer of it in time. It is offered to somebody else now.",
                null);
    }

    void declined(Lead lead, LeadPerson by, String reason) {
        tellSubmitter(
                lead,
                "was declined",
                "The partner who was asked has declined it. It is offered to somebody else now.",
                "%s wrote: %s".formatted(by.name(), reason));
    }

    void fitsNobody(Lead lead) {
        tellSubmitter(
                lead,
                "fits nobody",
                "No partner user can take it by the rules: somebody has to assign it by hand.",
                null);
    }

    private void tellFormer(Lead lead, UUID former, String why) {
        member(former)
                .ifPresent(member -> mails.send(
                        "lead-offer-ended",
                        lead.id(),
                        member.email(),
                        "No longer offered to you: " + company(lead),
                        Map.of(
                                "name",
                                member.name(),
                                "organisation",
                                organisation(),
                                "company",
                                lead.details().company(),
                                "why",
                                why)));
    }

    /** Who entered it; where the system did, or they have left, the organisation's owner. What partners wrote is for staff only. */
    private void tellSubmitter(Lead lead, String subject, String what, @Nullable String forStaff) {
        var owner = organisations.findById(actors.current().organisation()).ownerUserId();
        member(lead.submittedBy())
                .or(() -> member(owner))
                .filter(member -> !member.id().equals(actors.current().userId()))
                .ifPresent(member -> mails.send(
                        "lead-news",
                        lead.id(),
                        member.email(),
                        "Lead %s: %s".formatted(subject, company(lead)),
                        Map.of(
                                "name",
                                member.name(),
                                "organisation",
                                organisation(),
                                "company",
                                lead.details().company(),
                                "what",
                                what,
                                "more",
                                forStaff != null && member.isStaff() ? forStaff : "",
                                "link",
                                config.publicUrl()
                                        .resolve("/leads/" + lead.id())
                                        .toString())));
    }

    private Optional<Member> member(@Nullable UUID userId) {
        return userId == null
                ? Optional.empty()
                : users.members(List.of(userId)).stream()
                        .filter(member -> member.active() && member.accepted())
                        .findFirst();
    }

    private String organisation() {
        return organisations.findById(actors.current().organisation()).name();
    }

    private static String company(Lead lead) {
        return Texts.cut(lead.details().company(), LONGEST_IN_SUBJECT);
    }
}
