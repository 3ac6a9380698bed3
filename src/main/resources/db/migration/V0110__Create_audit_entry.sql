create table audit_entry (
    id              binary(16)   not null,
    organisation_id binary(16),
    recorded_at     datetime(6)  not null,
    actor_kind      varchar(20)  not null,
    actor_user_id   binary(16),
    actor_name      varchar(200) not null,
    address         varchar(60),
    action          varchar(80)  not null,
    record_type     varchar(60)  not null,
    record_id       binary(16)   not null,
    details         longtext     not null,
    constraint pk_audit_entry primary key (id),
    index ix_audit_entry_organisation (organisation_id, id),
    index ix_audit_entry_record (record_id, id),
    index ix_audit_entry_recorded_at (recorded_at)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
