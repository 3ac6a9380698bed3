package org.partnerflow.support.team;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** A support team: its lead, and its escalation layers in order. */
@Entity
@Table(name = "support_team")
public class Team extends OrganisationRecord {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_LAYERS = 20;

    /** What people edit, besides the layers. */
    public record Facts(String name, UUID leadUserId) {
        public Facts {
            name = Texts.line("name", name, LONGEST_NAME);
        }
    }

    private String name;

    /** What makes the name unique. */
    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "lead_user_id")
    private UUID leadUserId;

    @BatchSize(size = 200)
    @OneToMany(mappedBy = "team", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<EscalationLayer> layers = new ArrayList<>();

    protected Team() {}

    Team(Facts facts) {
        change(facts);
    }

    final void change(Facts facts) {
        name = facts.name();
        nameKey = NormalForm.key(name);
        leadUserId = facts.leadUserId();
    }

    Facts facts() {
        return new Facts(name, leadUserId);
    }

    /** Adds a layer after the last one. */
    EscalationLayer addLayer(EscalationLayer.Facts facts) {
        if (layers.size() == MOST_LAYERS) {
            throw Problems.refused("Expected at most %d layers in a team.".formatted(MOST_LAYERS));
        }
        var layer = new EscalationLayer(this, layers.size() + 1, facts);
        layers.add(layer);
        return layer;
    }

    void removeLayer(EscalationLayer layer) {
        layers.remove(layer);
        number();
    }

    /** Puts the layers in this order; it must name each of them once. */
    void reorder(List<UUID> layerIds) {
        if (layerIds.size() != layers.size()
                || !new HashSet<>(layerIds)
                        .equals(new HashSet<>(
                                layers.stream().map(EscalationLayer::id).toList()))) {
            throw Problems.conflict(
                    "Expected each layer of the team once. Load the team again and repeat your change.");
        }
        layers.sort((one, other) -> Integer.compare(layerIds.indexOf(one.id()), layerIds.indexOf(other.id())));
        number();
    }

    private void number() {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).stepTo(i + 1);
        }
    }

    public EscalationLayer layer(UUID id) {
        return layers.stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("Layer"));
    }

    /** The layer after the given one; the first one after none, or after one that is gone. */
    public Optional<EscalationLayer> layerAfter(@Nullable UUID layerId) {
        int number = layers.stream()
                .filter(layer -> layer.id().equals(layerId))
                .mapToInt(EscalationLayer::number)
                .findFirst()
                .orElse(0);
        return layers.stream().filter(layer -> layer.number() > number).findFirst();
    }

    public String name() {
        return name;
    }

    public UUID leadUserId() {
        return leadUserId;
    }

    /** In order: the first one gets a request first. */
    public List<EscalationLayer> layers() {
        return List.copyOf(layers);
    }
}
