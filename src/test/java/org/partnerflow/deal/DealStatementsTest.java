package org.partnerflow.deal;

import java.util.concurrent.Callable;
import java.util.stream.LongStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** A list of many deals asks the database as often as a list of one. */
@QuarkusTest
class DealStatementsTest {
    @Inject
    SessionFactory sessions;

    @Inject
    EntityManager entities;

    @Inject
    DealReader reader;

    @Inject
    BoardService boards;

    @Inject
    DealNotices notices;

    @Test
    @Tag("F10.9")
    void listsAskAsOftenForManyAsForOne() {
        var broker = Given.organisation().user(Role.BROKER);
        var workflow = TestDeals.defaultWorkflow(broker.organisation());
        TestDeals.standing(broker);
        Callable<?> list = () -> reader.list(Deals.Filter.NONE, null, 50);
        Callable<?> board = () -> boards.board(workflow, Deals.Filter.NONE, 50);
        Callable<?> news = () -> notices.mine(50);
        statements(broker, list);
        statements(broker, board);

        var lists = statements(broker, list);
        var columns = statements(broker, board);
        var bell = statements(broker, news);
        for (int i = 0; i < 6; i++) {
            TestDeals.standing(broker);
        }
        assertThat(statements(broker, list)).isEqualTo(lists);
        assertThat(statements(broker, board)).isLessThanOrEqualTo(columns + 1);
        assertThat(statements(broker, news)).isEqualTo(bell);
    }

    /** The least of several, as others use the database too. */
    private long statements(TestUser user, Callable<?> work) {
        return LongStream.generate(() -> counted(user, work)).limit(3).min().orElseThrow();
    }

    private long counted(TestUser user, Callable<?> work) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            return user.organisation()
                    .as(user.actor(), () -> QuarkusTransaction.requiringNew().call(() -> {
                        entities.clear();
                        long before = statistics.getPrepareStatementCount();
                        work.call();
                        return statistics.getPrepareStatementCount() - before;
                    }));
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
