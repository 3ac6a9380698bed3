create table audit_change (
    id              binary(16)  not null,
    change_set      binary(16)  not null,
    organisation_id binary(16)  not null,
    record_type     varchar(60) not null,
    record_id       binary(16)  not null,
    fields          longtext    not null,
    constraint pk_audit_change primary key (id),
    index ix_audit_change_set (change_set)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
