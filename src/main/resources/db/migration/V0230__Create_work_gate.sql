create table work_gate (
    organisation_id binary(16) not null,
    constraint pk_work_gate primary key (organisation_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
