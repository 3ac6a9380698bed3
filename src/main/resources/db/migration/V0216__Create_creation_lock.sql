create table creation_lock (
    organisation_id binary(16)  not null,
    record_type     varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    taken           int         not null,
    constraint pk_creation_lock primary key (organisation_id, record_type)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
