package org.partnerflow.partner;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.search.match.Folding;
import org.partnerflow.search.match.Slips;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.CreationLock;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** The values of all picklists of the organisation. The shipped ones are stored when an organisation first asks. */
@ApplicationScoped
public class Picklists {
    private static final int MOST_NAMED = 8;
    private static final int LONGEST_ECHO = 60;
    private static final String LOCK = "picklist-entry";

    @Inject
    CreationLock lock;

    @Inject
    EntityManager entities;

    @Inject
    Actors actors;

    @Inject
    CreationLock creation;

    @Inject
    AuditTrail audit;

    /** The values on offer. */
    public static final class Offered {
        private final List<PicklistEntry> entries;

        private Offered(List<PicklistEntry> entries) {
            this.entries = entries;
        }

        /**
         * What somebody typed, as the list has it; a problem at {@code field} when it is not on offer. A list without values asks for
         * nothing.
         *
         * @param former what the record holds: it may be kept, although it was retired
         */
        public @Nullable String chosen(Picklist list, String field, @Nullable String typed, @Nullable String former) {
            var values = entries.stream().filter(entry -> entry.list() == list).toList();
            if (typed == null || typed.equals(former) || values.isEmpty()) {
                return typed;
            }
            return values.stream()
                    .filter(entry -> entry.isCalled(typed))
                    .map(PicklistEntry::label)
                    .findFirst()
                    .orElseThrow(() -> Problems.invalid(
                            field,
                            "Expected %s, but it is \"%s\"."
                                    .formatted(nearest(values, typed), Texts.brief(typed, LONGEST_ECHO))));
        }

        private static String nearest(List<PicklistEntry> values, String typed) {
            var wanted = Folding.fold(typed);
            var labels = values.stream()
                    .map(PicklistEntry::label)
                    .sorted(Comparator.comparingInt(label -> Slips.between(Folding.fold(label), wanted)))
                    .limit(MOST_NAMED)
                    .toList();
            int others = values.size() - labels.size();
            return "one of %s%s"
                    .formatted(
                            String.join(", ", labels), others > 0 ? " or %d others of the list".formatted(others) : "");
        }
    }

    @Transactional
    List<PicklistEntry> all() {
        var found = read();
        return lacking(found).isEmpty() ? found : shipped();
    }

    /** What the organisation never asked for yet, as a list that a newer release ships. */
    private static List<Picklist> lacking(List<PicklistEntry> found) {
        return Stream.of(Picklist.values())
                .filter(list -> !list.shipped().isEmpty())
                .filter(list -> found.stream().noneMatch(entry -> entry.list() == list))
                .toList();
    }

    /** The values on offer, in their order. */
    @Transactional
    public List<String> offered(Picklist list) {
        return of(list).stream()
                .filter(PicklistEntry::active)
                .map(PicklistEntry::label)
                .toList();
    }

    List<PicklistEntry> of(Picklist list) {
        return all().stream().filter(entry -> entry.list() == list).toList();
    }

    /** The entry with this id, if it is in the list and not retired; a problem at {@code field} otherwise. */
    @Nullable
    PicklistEntry pick(Picklist list, String field, @Nullable UUID id) {
        if (id == null) {
            return list.hasPreset() ? preset(list) : null;
        }
        return of(list).stream()
                .filter(entry -> entry.active() && entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(field, "Expected one of: %s.".formatted(labels(list))));
    }

    /** As {@link #pick}, by the words that people write. */
    public Optional<UUID> byLabel(Picklist list, String label) {
        return of(list).stream()
                .filter(PicklistEntry::active)
                .filter(entry -> entry.isCalled(label))
                .map(PicklistEntry::id)
                .findFirst();
    }

    /** All that is on offer at present, for a form with several fields of picklists. */
    @Transactional
    public Offered offered() {
        return new Offered(all().stream().filter(PicklistEntry::active).toList());
    }

    /** All values on offer, as a sentence lists them. */
    public String labels(Picklist list) {
        return String.join(
                ", ",
                of(list).stream()
                        .filter(PicklistEntry::active)
                        .map(PicklistEntry::label)
                        .toList());
    }

    @Transactional
    PicklistEntry add(Picklist list, String label) {
        lock.take(LOCK);
        var entries = of(list);
        refuseTwin(entries, label, null);
        int position = entries.stream().mapToInt(PicklistEntry::position).max().orElse(0) + 1;
        var entry = new PicklistEntry(list, label, position, false);
        entities.persist(entry);
        audit.record(AuditAction.PICKLIST_ENTRY_ADDED, entry.id(), Map.of("list", list, "label", entry.label()));
        return entry;
    }

    @Transactional
    PicklistEntry change(UUID id, int seenVersion, String label, boolean active) {
        var entry = Optional.ofNullable(entities.find(PicklistEntry.class, id))
                .orElseThrow(() -> Problems.notFound("Picklist value"));
        entry.expectVersion(seenVersion);
        lock.take(LOCK);
        refuseTwin(of(entry.list()), label, id);
        entry.change(label, active);
        audit.record(AuditAction.PICKLIST_ENTRY_CHANGED, id, Map.of("label", entry.label(), "active", entry.active()));
        entities.flush();
        return entry;
    }

    private PicklistEntry preset(Picklist list) {
        return of(list).stream().filter(PicklistEntry::preset).findFirst().orElseThrow();
    }

    private static void refuseTwin(List<PicklistEntry> entries, String label, @Nullable UUID own) {
        boolean taken = entries.stream()
                .anyMatch(entry -> entry.isCalled(label) && !entry.id().equals(own));
        if (taken) {
            throw Problems.invalid("label", "Expected a value that is not in the list yet.");
        }
    }

    private List<PicklistEntry> read() {
        return entities.createQuery("from PicklistEntry order by list, position", PicklistEntry.class)
                .getResultList();
    }

    /** Many may ask first at once: the first of them stores the entries. */
    private List<PicklistEntry> shipped() {
        creation.take("picklist-entry");
        lacking(read()).forEach(this::storeShipped);
        return read();
    }

    private void storeShipped(Picklist list) {
        for (int position = 0; position < list.shipped().size(); position++) {
            boolean preset = list.hasPreset() && position == 0;
            entities.persist(new PicklistEntry(list, list.shipped().get(position), position, preset));
        }
    }
}
