package org.partnerflow;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.spi.CDI;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import org.partnerflow.identity.UserService;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Role;

import static io.restassured.RestAssured.given;

/** Unique organisations and users for a test, made through the product's own services, and REST requests as them. */
public final class Given {
    public static final String PASSWORD = "correct horse battery";

    private Given() {}

    public static TestOrganisation organisation() {
        return organisation(null);
    }

    /** An organisation below {@code parent}. */
    public static TestOrganisation organisation(TestOrganisation parent) {
        var name = "Organisation " + unique();
        var created = bean(UserService.class).createOrganisation(name, parent == null ? null : parent.id());
        return new TestOrganisation(created.id(), name, new ConcurrentHashMap<>());
    }

    public static String unique() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    public static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    /** A request as nobody. */
    public static RequestSpecification nobody() {
        return given().contentType(ContentType.JSON);
    }

    /** @param users one user for each role, made when first asked for */
    public record TestOrganisation(UUID id, String name, ConcurrentHashMap<Role, TestUser> users) {

        /** A new user of this organisation. */
        public TestUser newUser(Role... roles) {
            var name = "User " + unique();
            var email = name.replace(' ', '.').toLowerCase() + "@example.org";
            var id = as(Actor.system(this.id, "Test"), () -> {
                var users = bean(UserService.class);
                var user = users.createMember(email, name, Set.of(roles));
                users.setPassword(user.id(), PASSWORD);
                return user.id();
            });
            return new TestUser(id, name, email, this, Set.of(roles));
        }

        /** The user of this organisation who has just this role; always the same one. */
        public TestUser user(Role role) {
            return users.computeIfAbsent(role, this::newUser);
        }

        public RequestSpecification as(Role role) {
            return user(role).api();
        }

        /** Does something as the system in this organisation, outside of REST. */
        public <T> T as(Callable<T> work) {
            return as(Actor.system(id, "Test"), work);
        }

        public <T> T as(Actor actor, Callable<T> work) {
            return bean(Actors.class).as(actor, work);
        }
    }

    public record TestUser(UUID id, String name, String email, TestOrganisation organisation, Set<Role> roles) {
        private static final ConcurrentHashMap<UUID, String> SESSIONS = new ConcurrentHashMap<>();

        /** A JSON request with this user's session. */
        public RequestSpecification api() {
            return given().contentType(ContentType.JSON).cookie("partnerflow_session", session());
        }

        public String session() {
            return SESSIONS.computeIfAbsent(id, none -> logIn());
        }

        /** Opens another session and returns its token. */
        public String logIn() {
            return nobody().body(new LogIn(email, PASSWORD))
                    .post("/api/session")
                    .then()
                    .statusCode(204)
                    .extract()
                    .cookie("partnerflow_session");
        }

        /** Who this user is to the services. */
        public Actor actor() {
            var kind = roles.iterator().next().kind();
            return new Actor(kind, id, organisation.id(), name, Permissions.of(roles), "127.0.0.1");
        }
    }

    record LogIn(String email, String password) {}
}
