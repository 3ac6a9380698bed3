package org.partnerflow.lists;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.ClientProxy;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;

import org.partnerflow.Given;
import org.partnerflow.shared.Sql;

/** Notes what requests ask of the database, with the values; what happens in the background is left out. */
final class StatementTap implements AutoCloseable {
    private static final Pattern RESOURCE = Pattern.compile("org\\.partnerflow\\..*Resource(_Subclass)?");

    private final Object provider = Given.bean(EntityManagerFactory.class)
            .unwrap(SessionFactoryImplementor.class)
            .getServiceRegistry()
            .requireService(ConnectionProvider.class);
    private final Object sql = ClientProxy.unwrap(Given.bean(Sql.class));
    private final Object ofProvider = get(provider, "dataSource");
    private final Object ofSql = get(sql, "database");
    private final List<Statement> statements = new CopyOnWriteArrayList<>();

    /** @param values in their order */
    record Statement(String sql, List<Object> values) {}

    StatementTap() {
        set(provider, "dataSource", tapped(AgroalDataSource.class, ofProvider));
        set(sql, "database", tapped(DataSource.class, ofSql));
    }

    /** What was asked while the work was done. */
    List<Statement> during(Runnable work) {
        statements.clear();
        work.run();
        return List.copyOf(statements);
    }

    @Override
    public void close() {
        set(provider, "dataSource", ofProvider);
        set(sql, "database", ofSql);
    }

    private <T> T tapped(Class<T> type, Object source) {
        return proxy(type, (method, arguments) -> {
            var result = invoke(source, method, arguments);
            return result instanceof Connection connection ? tapped(connection) : result;
        });
    }

    private Connection tapped(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement ? tapped(statement, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement tapped(PreparedStatement statement, String text) {
        var values = new TreeMap<Integer, Object>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer place) {
                values.put(place, method.getName().equals("setNull") ? null : arguments[1]);
            } else if (method.getName().startsWith("execute") && isForARequest()) {
                statements.add(new Statement(text, new ArrayList<>(values.values())));
            }
            return invoke(statement, method, arguments);
        });
    }

    private static boolean isForARequest() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(
                        frame -> RESOURCE.matcher(frame.getClassName()).matches()));
    }

    private interface Call {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                StatementTap.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.to(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object get(Object owner, String name) {
        try {
            var field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object owner, String name, Object value) {
        try {
            var field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(owner, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
