package org.partnerflow.portal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.identity.IdentityConfig;
import org.partnerflow.identity.Organisation;
import org.partnerflow.identity.Organisations;
import org.partnerflow.identity.User;
import org.partnerflow.identity.Users;
import org.partnerflow.mail.Letter;
import org.partnerflow.mail.Mails;
import org.partnerflow.mail.Sender;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Texts;

/** Mails invitations to partner users, in the name of the organisation's owner. */
@ApplicationScoped
class InvitationMails {
    @Inject
    Mails mails;

    @Inject
    Organisations organisations;

    @Inject
    Users users;

    @Inject
    IdentityConfig identity;

    @Inject
    Actors actors;

    void invite(PartnerUser partner) {
        mail("partner-invitation", partner, "%s invites you to the partner portal");
    }

    void remind(PartnerUser partner) {
        mail("partner-invitation-reminder", partner, "Reminder: %s invites you to the partner portal");
    }

    private void mail(String template, PartnerUser partner, String subject) {
        var organisation = organisations.findById(actors.current().organisation());
        var owner = owner(organisation, partner);
        var data = new HashMap<String, Object>(Map.of(
                "name", partner.name(),
                "organisation", organisation.name(),
                "sender", owner.map(User::name).orElse(organisation.name()),
                "days", identity.invitationValid().toDays()));
        var letter =
                new Letter(template, partner.id(), partner.email(), subject.formatted(cut(organisation.name())), data);
        var link = Objects.requireNonNull(partner.invitationId(), "an open invitation");
        if (owner.isPresent()) {
            mails.sendWithSecretLink(
                    letter, link, new Sender(owner.get().name(), owner.get().email()));
        } else {
            mails.sendWithSecretLink(
                    letter.template(), letter.recordId(), letter.to(), letter.subject(), letter.data(), link);
        }
    }

    /** The organisation's owner; where it has none, who the partner user is allocated to first. */
    private Optional<User> owner(Organisation organisation, PartnerUser partner) {
        return Optional.ofNullable(organisation.ownerUserId())
                .or(() -> partner.allocatedTo().stream().findFirst())
                .map(users::findById);
    }

    private static String cut(String name) {
        return Texts.cut(name, 120);
    }
}
