-- Instances with a job of ours that belong to no record.
create table stray_job (
    process_instance_key bigint       not null,
    process_id           varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    element_id           varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    job_type             varchar(120) not null,
    cause                varchar(1000) not null,
    seen_at              datetime(6)  not null,
    constraint pk_stray_job primary key (process_instance_key)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
