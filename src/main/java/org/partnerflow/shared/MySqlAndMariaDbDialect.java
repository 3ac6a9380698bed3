package org.partnerflow.shared;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.RowLockStrategy;
import org.hibernate.dialect.lock.internal.MySQLLockingSupport;
import org.hibernate.dialect.lock.spi.LockingSupport;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/** MySQL, but locking rows by a plain "for update": MariaDB does not know the form that names a table. */
public class MySqlAndMariaDbDialect extends MySQLDialect {
    private static final LockingSupport PLAIN_LOCKS = new MySQLLockingSupport() {
        @Override
        public RowLockStrategy getWriteRowLockStrategy() {
            return RowLockStrategy.NONE;
        }
    };

    public MySqlAndMariaDbDialect() {
        super();
    }

    public MySqlAndMariaDbDialect(DatabaseVersion version) {
        super(version);
    }

    public MySqlAndMariaDbDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public LockingSupport getLockingSupport() {
        return PLAIN_LOCKS;
    }

    @Override
    protected boolean supportsAliasLocks() {
        return false;
    }
}
