package org.partnerflow.shared;

import java.sql.SQLException;
import javax.transaction.xa.XAException;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;

import com.mysql.cj.exceptions.CJCommunicationsException;
import org.hibernate.exception.JDBCConnectionException;

/** Knows by a failure whether the database cannot be reached, however it is wrapped. */
public final class DatabaseAway {
    private static final String CONNECTION_TROUBLE = "08";

    private DatabaseAway() {}

    public static boolean isBehind(Throwable failure) {
        return Causes.of(failure).stream().anyMatch(DatabaseAway::says);
    }

    /** The transaction was on its way: it may have been saved. */
    static boolean duringCommit(Throwable failure) {
        return Causes.of(failure).stream()
                .anyMatch(cause -> cause instanceof HeuristicMixedException
                        || cause instanceof HeuristicRollbackException
                        || cause instanceof XAException trouble && isOfTheConnection(trouble));
    }

    private static boolean isOfTheConnection(XAException trouble) {
        return trouble.errorCode == XAException.XAER_RMFAIL || trouble.errorCode == XAException.XAER_RMERR;
    }

    private static boolean says(Throwable cause) {
        return switch (cause) {
            case JDBCConnectionException connection -> true;
            case CJCommunicationsException broken -> true;
            // a pool without a connection gives no state
            case SQLException trouble ->
                trouble.getSQLState() == null
                        ? trouble.getMessage() != null && trouble.getMessage().contains("timeout")
                        : trouble.getSQLState().startsWith(CONNECTION_TROUBLE);
            default -> false;
        };
    }
}
