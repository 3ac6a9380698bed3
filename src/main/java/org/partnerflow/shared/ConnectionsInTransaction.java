package org.partnerflow.shared;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import com.mysql.cj.jdbc.JdbcConnection;
import io.agroal.api.AgroalPoolInterceptor;
import org.jboss.logging.Logger;

/**
 * Keeps the connections of the pool out of auto-commit mode: every transaction would leave it and enter it again, with two more round
 * trips to the database. What was done outside of a transaction is committed when its connection goes back to the pool.
 */
@Singleton
class ConnectionsInTransaction implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(ConnectionsInTransaction.class);

    @Override
    public void onConnectionReturn(Connection pooled) {
        try {
            var connection = pooled.unwrap(JdbcConnection.class);
            if (connection.getAutoCommit()) {
                connection.setAutoCommit(false);
            } else if (connection.getSession().getServerSession().inTransactionOnServer()) {
                connection.commit();
            }
        } catch (SQLException e) {
            // not thrown: the connection would never be back, and whoever uses it next is told of its trouble
            LOG.warnf("A connection to the database was given back in trouble: %s", e.getMessage());
        }
    }
}
