package org.partnerflow.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.RuleSetService.Version;
import org.partnerflow.rules.table.Comparison.Difference;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.shared.CsvDownload;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.csv.CsvReading;

@Path("/api/rule-sets")
public class RuleSetResource {
    @Inject
    RuleSetService ruleSets;

    @Inject
    DraftService drafts;

    @Inject
    PublishService publishing;

    @Inject
    WhatIf whatIf;

    @Inject
    Decisions decisions;

    public record RuleSetView(
            String id,
            String label,
            String noun,
            Version version,
            int rows,
            @Nullable String draftEditedBy,
            @Nullable Instant draftEditedAt) {
        static RuleSetView from(RuleSetService.Overview overview) {
            var ruleSet = overview.ruleSet();
            return new RuleSetView(
                    ruleSet.id(),
                    ruleSet.label(),
                    ruleSet.noun(),
                    overview.version(),
                    overview.rows(),
                    overview.draftEditedBy(),
                    overview.draftEditedAt());
        }
    }

    public record VersionView(Version version, TableDocument document) {}

    /** @param version of the draft that was edited; null for a new draft */
    public record DraftForm(
            @Nullable Integer version, @NotNull @Valid TableDocument document) {}

    /**
     * @param version of the draft
     * @param replaces number of the version in force that the person knows of
     */
    public record PublishForm(
            @NotNull Integer version,
            @NotNull Integer replaces,
            @NotBlank @Size(max = 1000) String comment) {}

    public record RestoreForm(@NotBlank @Size(max = 1000) String comment) {}

    /**
     * @param last how many decisions are replayed
     * @param version of the table; null for the draft
     */
    public record WhatIfForm(
            @Min(1) @Max(1000) int last, @Nullable Integer version) {}

    @GET
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public List<RuleSetView> list() {
        return ruleSets.list().stream().map(RuleSetView::from).toList();
    }

    @GET
    @Path("/{ruleSet}")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public RuleSetView read(@PathParam("ruleSet") String id) {
        return RuleSetView.from(ruleSets.overview(ruleSet(id)));
    }

    @GET
    @Path("/{ruleSet}/form")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public FormView form(@PathParam("ruleSet") String id) {
        var ruleSet = ruleSet(id);
        return FormView.from(ruleSet, ruleSets.choices(ruleSet), ruleSets.units(ruleSet), ruleSets.targets(ruleSet));
    }

    @GET
    @Path("/{ruleSet}/draft")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public DraftService.Draft draft(@PathParam("ruleSet") String id) {
        return drafts.read(ruleSet(id));
    }

    /** Saves the draft, also with mistakes, and answers what the checks say of it. 409 if somebody else saved in between. */
    @PUT
    @Path("/{ruleSet}/draft")
    @PermissionsAllowed(Permissions.RULES_EDIT)
    public DraftService.Draft saveDraft(@PathParam("ruleSet") String id, @NotNull @Valid DraftForm form) {
        return drafts.save(ruleSet(id), form.version(), form.document());
    }

    @DELETE
    @Path("/{ruleSet}/draft")
    @PermissionsAllowed(Permissions.RULES_EDIT)
    public void discardDraft(@PathParam("ruleSet") String id, @QueryParam("version") @NotNull Integer version) {
        drafts.discard(ruleSet(id), version);
    }

    /** The draft as a spreadsheet. */
    @GET
    @Path("/{ruleSet}/draft/csv")
    @Produces("text/csv")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public Response downloadDraft(@PathParam("ruleSet") String id) {
        return CsvDownload.of(id + "-draft.csv", drafts.csv(ruleSet(id)));
    }

    /**
     * Replaces the rows of the draft by those of a spreadsheet. 400 names each place that cannot be read. Encoding and separator are
     * guessed where they are left out.
     */
    @PUT
    @Path("/{ruleSet}/draft/csv")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed(Permissions.RULES_EDIT)
    public DraftService.Draft uploadDraft(
            @PathParam("ruleSet") String id,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("encoding") @Nullable String encoding,
            @QueryParam("separator") @Nullable String separator,
            byte[] file) {
        return drafts.upload(ruleSet(id), version, file, new CsvReading(encoding, separator));
    }

    /** Publishes the draft. 422 if it has errors or a test case fails. */
    @POST
    @Path("/{ruleSet}/draft/publication")
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.RULES_PUBLISH)
    public Version publish(@PathParam("ruleSet") String id, @NotNull @Valid PublishForm form) {
        return publishing.publishDraft(ruleSet(id), form.version(), form.replaces(), form.comment());
    }

    /** Replays the last decisions with the draft or a version, and says what would change. Writes nothing. */
    @POST
    @Path("/{ruleSet}/what-if")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public WhatIf.Report whatIf(@PathParam("ruleSet") String id, @NotNull @Valid WhatIfForm form) {
        return whatIf.run(ruleSet(id), form.version(), form.last());
    }

    /** One of the last decisions, as the table in force and as the draft or a version would make it, each after those before it. */
    @GET
    @Path("/{ruleSet}/what-if/{decisionId}")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public WhatIf.Replay replay(
            @PathParam("ruleSet") String id,
            @PathParam("decisionId") UUID decisionId,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("last") @DefaultValue("1000") @Min(1) @Max(1000) int last) {
        return whatIf.replay(ruleSet(id), version, decisionId, last);
    }

    @GET
    @Path("/{ruleSet}/versions")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public List<Version> versions(@PathParam("ruleSet") String id) {
        return ruleSets.versions(ruleSet(id));
    }

    @GET
    @Path("/{ruleSet}/versions/{number}")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public VersionView version(@PathParam("ruleSet") String id, @PathParam("number") int number) {
        return new VersionView(ruleSets.version(ruleSet(id), number), ruleSets.document(ruleSet(id), number));
    }

    @GET
    @Path("/{ruleSet}/versions/{number}/csv")
    @Produces("text/csv")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public Response downloadVersion(@PathParam("ruleSet") String id, @PathParam("number") int number) {
        return CsvDownload.of("%s-version-%d.csv".formatted(id, number), ruleSets.csv(ruleSet(id), number));
    }

    /** What differs from another version, row by row. */
    @GET
    @Path("/{ruleSet}/versions/{number}/differences")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public List<Difference> differences(
            @PathParam("ruleSet") String id,
            @PathParam("number") int number,
            @QueryParam("from") @NotNull Integer from) {
        return ruleSets.compare(ruleSet(id), from, number);
    }

    /** Rolls back: publishes the rows of this version as a new one. */
    @POST
    @Path("/{ruleSet}/versions/{number}/restoration")
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.RULES_PUBLISH)
    public Version restore(
            @PathParam("ruleSet") String id, @PathParam("number") int number, @NotNull @Valid RestoreForm form) {
        return publishing.restore(ruleSet(id), number, form.comment());
    }

    /** Decisions, newest first. */
    @GET
    @Path("/{ruleSet}/decisions")
    @PermissionsAllowed(Permissions.RULES_VIEW)
    public Page<Decision> decisions(@PathParam("ruleSet") String id, @BeanParam PageRequest page) {
        return decisions.page(ruleSet(id), page.afterId(), page.limit());
    }

    private static RuleSet ruleSet(String id) {
        return RuleSet.withId(id).orElseThrow(() -> Problems.notFound("Rule set"));
    }
}
