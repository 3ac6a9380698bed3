package org.partnerflow.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService.Member;
import org.partnerflow.identity.work.Leaving;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Role;

@Path("/api/users")
public class UserResource {
    @Inject
    UserService users;

    public record UserView(UUID id, String name, String email, boolean active, Set<Role> roles, boolean accepted) {
        static UserView from(Member member) {
            return new UserView(
                    member.id(), member.name(), member.email(), member.active(), member.roles(), member.accepted());
        }
    }

    public record NewUser(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String name,
            @NotEmpty Set<Role> roles) {}

    /** @param handOver who takes over the work that needs one of the roles that are taken away */
    public record Roles(@NotEmpty Set<Role> roles, @Nullable UUID handOver) {}

    /** @param handOver who takes over the work of somebody who is disabled */
    public record Active(boolean active, @Nullable UUID handOver) {}

    /** Members of the organisation by name, of all roles or of one. */
    @GET
    @PermissionsAllowed(Permissions.USER_VIEW)
    public Page<UserView> list(
            @QueryParam("role") @Nullable Role role,
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @BeanParam PageRequest page) {
        var roles = role == null ? EnumSet.allOf(Role.class) : EnumSet.of(role);
        var after = ListKey.parse(page.after());
        return Page.of(users.members(roles, text, after, page.limit() + 1), page.limit(), UserResource::key)
                .map(UserView::from);
    }

    private static String key(Member member) {
        return new ListKey(member.name(), member.id()).toString();
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.USER_EDIT)
    public UserView create(@NotNull @Valid NewUser form) {
        var user = users.inviteStaff(form.email(), form.name(), form.roles());
        return UserView.from(users.member(user.id()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.USER_VIEW)
    public UserView read(@PathParam("id") UUID id) {
        return UserView.from(users.member(id));
    }

    @PUT
    @Path("/{id}/roles")
    @PermissionsAllowed(Permissions.USER_EDIT)
    public UserView setRoles(@PathParam("id") UUID id, @NotNull @Valid Roles form) {
        users.setRoles(id, form.roles(), form.handOver());
        return UserView.from(users.member(id));
    }

    @PUT
    @Path("/{id}/active")
    @PermissionsAllowed(Permissions.USER_EDIT)
    public UserView setActive(@PathParam("id") UUID id, @NotNull Active form) {
        users.setActive(id, form.active(), form.handOver());
        return UserView.from(users.member(id));
    }

    /** Which roles a member would keep; none stands for disabling or removing them. */
    public static class KeptRoles {
        @QueryParam("roles")
        public Set<Role> roles = Set.of();
    }

    /** What a member would leave behind, and who could take it over. */
    @GET
    @Path("/{id}/work")
    @PermissionsAllowed(Permissions.USER_VIEW)
    public Leaving.Preview work(@PathParam("id") UUID id, @BeanParam KeptRoles kept) {
        return users.work(id, kept.roles == null ? Set.of() : kept.roles);
    }

    /**
     * Takes a member out of the organisation; sessions end at once, and what they had goes to others.
     *
     * @param handOver who takes over the work that must have somebody
     */
    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(Permissions.USER_EDIT)
    public void remove(@PathParam("id") UUID id, @QueryParam("handOver") @Nullable UUID handOver) {
        users.removeMember(id, handOver);
    }
}
