package org.partnerflow.support.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.partner.Picklist;
import org.partnerflow.partner.Picklists;
import org.partnerflow.rules.RuleVocabulary;
import org.partnerflow.rules.table.Choices;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.Target;
import org.partnerflow.support.team.TeamService;

/** What the cells of the request assignment table can name. */
@ApplicationScoped
class RequestVocabulary implements RuleVocabulary {
    private static final int MOST_TEAMS = 500;

    @Inject
    Picklists picklists;

    @Inject
    TeamService teams;

    @Override
    public RuleSet ruleSet() {
        return RuleSet.REQUEST_ASSIGNMENT;
    }

    /** Its rows name nobody. */
    @Override
    public List<Target> targets() {
        return List.of();
    }

    @Override
    public Map<String, Choices> choices() {
        return Map.of(
                "team",
                Choices.offered(teams.list(null, MOST_TEAMS).items().stream()
                        .map(team -> team.name())
                        .toList()),
                "priority",
                Choices.only(Stream.of(Priority.values()).map(Priority::name).toList()),
                "product",
                Choices.offered(picklists.offered(Picklist.PRODUCT)),
                "category",
                Choices.offered(picklists.offered(Picklist.REQUEST_CATEGORY)));
    }
}
