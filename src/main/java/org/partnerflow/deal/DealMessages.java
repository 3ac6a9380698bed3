package org.partnerflow.deal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.diagram.DiagramNames;
import org.partnerflow.identity.Organisations;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.UserService.Member;
import org.partnerflow.mail.MailConfig;
import org.partnerflow.mail.Mails;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.portal.PortalNotification;
import org.partnerflow.shared.Actors;

/** What people are told about a deal: by mail, or by a notice in the application. */
@ApplicationScoped
class DealMessages {
    @Inject
    Deals deals;

    @Inject
    DealContacts contacts;

    @Inject
    DealNotices notices;

    @Inject
    PartnerUsers partners;

    @Inject
    UserService users;

    @Inject
    Organisations organisations;

    @Inject
    Mails mails;

    @Inject
    MailConfig config;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    enum Receiver {
        CONTACT,
        PARTNER,
        BROKER;

        static Receiver named(String header) {
            try {
                return valueOf(header.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "Expected the header \"to\" to be contact, partner or broker, but it is \"%s\". Correct it in the diagram."
                                .formatted(header),
                        e);
            }
        }
    }

    /** @param seesDeals whether the mail may have a link into the application */
    private record Address(String name, String email, boolean seesDeals) {
        static Address of(Member member) {
            return new Address(member.name(), member.email(), true);
        }
    }

    /** Queues one mail; where there is nobody of that kind, the trail of the deal says so and the process goes on. */
    @Transactional
    void mail(UUID dealId, Receiver to, String template, String subject) {
        var deal = deals.findById(dealId);
        var details = Map.of("to", to, "subject", subject);
        var address = address(deal, to);
        address.ifPresent(found -> mails.send(template, dealId, found.email(), subject, data(deal, found)));
        audit.record(
                address.isPresent() ? AuditAction.DEAL_EMAIL_SENT : AuditAction.DEAL_EMAIL_SKIPPED, dealId, details);
    }

    /** Tells a partner user that they see a deal from now on, if the organisation tells partners so. */
    @Transactional
    void tellOfShare(Deal deal, PartnerUsers.Partner partner) {
        if (!partners.mailsDealShared()) {
            return;
        }
        var address = new Address(partner.name(), partner.email(), true);
        mails.send("deal-shared", deal.id(), partner.email(), "A deal was shared with you", data(deal, address));
    }

    /** Mails the partner users who see the deal what they have asked to be told of, but for who has done it. */
    @Transactional
    void tellPartners(Deal deal, PortalNotification notification, String subject) {
        Stream.concat(Stream.ofNullable(deal.partnerUserId()), deals.sharedWith(deal.id()).stream())
                .distinct()
                .filter(userId -> !userId.equals(actors.current().userId()))
                .filter(userId -> partners.wants(userId, notification))
                .flatMap(userId -> address(userId).stream())
                .forEach(found -> mails.send(
                        "deal-update", deal.id(), found.email(), DiagramNames.oneLine(subject), data(deal, found)));
    }

    /** Tells one person in the application; where there is nobody of that kind, the trail of the deal says so. */
    @Transactional
    void notice(UUID dealId, Receiver to, String text) {
        var deal = deals.findById(dealId);
        var user = Optional.ofNullable(to == Receiver.PARTNER ? deal.partnerUserId() : deal.ownerUserId());
        user.ifPresent(id -> notices.give(dealId, id, text));
        audit.record(
                user.isPresent() ? AuditAction.DEAL_NOTICE_GIVEN : AuditAction.DEAL_NOTICE_SKIPPED,
                dealId,
                Map.of("to", to, "text", text));
    }

    private Optional<Address> address(Deal deal, Receiver to) {
        return switch (to) {
            case CONTACT ->
                contacts.ofDeal(deal.id()).stream()
                        .map(DealContact::person)
                        .map(person -> new Address(person.fullName(), person.email(), false))
                        .findFirst();
            case BROKER -> address(deal.ownerUserId());
            case PARTNER -> Optional.ofNullable(deal.partnerUserId()).flatMap(this::address);
        };
    }

    /** Where a member reads mails now; nobody writes to those who have left. */
    private Optional<Address> address(UUID userId) {
        return users.members(List.of(userId)).stream().findFirst().map(Address::of);
    }

    private Map<String, Object> data(Deal deal, Address address) {
        var owner = address(deal.ownerUserId());
        var organisation = organisations.findById(deal.organisationId()).name();
        var url = address.seesDeals()
                ? config.publicUrl().resolve("/deals/" + deal.id()).toString()
                : "";
        return Map.of(
                "name", address.name(),
                "deal", deal.name(),
                "broker", owner.map(Address::name).orElse(organisation),
                "brokerEmail", owner.map(Address::email).orElse(""),
                "organisation", organisation,
                "url", url);
    }
}
