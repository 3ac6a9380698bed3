package org.partnerflow.embedded;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.partnerflow.deal.DealNoteService;
import org.partnerflow.deal.DealReader;
import org.partnerflow.deal.DealService;
import org.partnerflow.deal.DealView;
import org.partnerflow.deal.Money;
import org.partnerflow.deal.MoveService;
import org.partnerflow.deal.NewDeal;
import org.partnerflow.deal.Person;
import org.partnerflow.identity.Users;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Role;

/** Deals in every stage of the default workflow, won and lost ones too; each moved there as a broker would. */
@ApplicationScoped
class DemoDeals implements DemoContent {
    private static final List<String> WAY = List.of(
            "Stage_Qualification",
            "Stage_NeedsAnalysis",
            "Stage_Proposal",
            "Stage_Negotiation",
            "Stage_Contract",
            "WON");

    private static final List<Example> EXAMPLES = List.of(
            new Example("Office chairs for the Denver campus", 23_400, "Cora Lindt", true, "Stage_Qualification"),
            new Example("Standing desks, first floor", 18_900, "Marcus Vale", false, "Stage_Qualification"),
            new Example("Lamps for the reading rooms", 4_150, "Ines Duarte", true, "Stage_Qualification"),
            new Example("Apprenticeship fair 2027", 12_000, "Jonas Beck", true, "Stage_NeedsAnalysis"),
            new Example("Conference tables", 31_700, "Priya Nair", false, "Stage_NeedsAnalysis"),
            new Example("Lecture hall seating", 120_500, "Tom Hale", true, "Stage_Proposal"),
            new Example("Acoustic panels", 9_800, "Lena Fischer", false, "Stage_Proposal"),
            new Example("Workshop benches", 15_250, "Omar Haddad", true, "Stage_Negotiation"),
            new Example("Reception furniture", 27_300, "Grace Okafor", false, "Stage_Negotiation"),
            new Example("Locker rooms", 44_000, "Viktor Novak", true, "Stage_Contract"),
            new Example("Cafeteria chairs", 16_800, "Sofia Rossi", true, "WON"),
            new Example("Whiteboards", 2_300, "Ben Adler", false, "LOST"));

    @Inject
    DealService deals;

    @Inject
    DealReader reader;

    @Inject
    MoveService moves;

    @Inject
    DealNoteService notes;

    @Inject
    PartnerUsers partners;

    @Inject
    Users users;

    @Inject
    Actors actors;

    @Inject
    DemoProgress progress;

    /** @param until the column that it is moved to */
    private record Example(String name, int value, String contact, boolean ofPartner, String until) {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void play(DemoOrganisation demo) {
        var name = QuarkusTransaction.requiringNew()
                .call(() -> users.findById(demo.broker()).name());
        var broker =
                new Actor(Actor.Kind.STAFF, demo.broker(), demo.id(), name, Permissions.of(Set.of(Role.BROKER)), null);
        boolean hasPartner = partners.ofUser(demo.partner()).isPresent();
        actors.as(broker, () -> {
            for (var example : EXAMPLES) {
                var id = deals.create(form(example, hasPartner && example.ofPartner() ? demo.partner() : null));
                move(id, example.until());
            }
        });
    }

    private NewDeal form(Example example, @Nullable UUID partner) {
        var words = example.contact().split(" ");
        var contact = new Person(
                words[0],
                words[1],
                String.join(".", Arrays.asList(words)).toLowerCase(Locale.ROOT) + "@example.com",
                "+1 303 555 01" + (10 + EXAMPLES.indexOf(example)));
        return new NewDeal(
                example.name(),
                new Money(BigDecimal.valueOf(example.value()), "USD"),
                null,
                List.of(contact),
                null,
                partner,
                null);
    }

    private void move(UUID id, String until) {
        var place = standing(id);
        if (until.equals("LOST")) {
            moves.move(id, new MoveService.Wish(place.visitId(), null, "LOST", null));
            notes.write(id, "They bought theirs second hand.", false);
            return;
        }
        for (var next : WAY.subList(1, WAY.indexOf(until) + 1)) {
            moves.move(id, new MoveService.Wish(place.visitId(), null, next, null));
            if (next.equals("WON")) {
                return;
            }
            place = standing(id);
        }
        if (until.equals("Stage_Negotiation")) {
            notes.write(id, "They ask for delivery before the term begins.", true);
        }
    }

    /** Waits until the process has brought the deal to a stage. */
    private DealView.Place standing(UUID id) {
        return progress.await(
                "the deal %s to come to a stage".formatted(id),
                () -> reader.view(id).place(),
                place -> !place.moving());
    }
}
