create table stored_file (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    name            varchar(200) not null,
    media_type      varchar(100) not null,
    size_in_bytes   bigint       not null,
    sha256          binary(32)   not null,
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_stored_file primary key (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
