package org.partnerflow.rules.table;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A table with its test cases: what a draft and a version hold. */
public record TableDocument(
        @NotNull @Size(max = 2000) List<@NotNull @Valid Row> rows,
        @NotNull @Size(max = 500) List<@NotNull @Valid TestCase> cases) {}
