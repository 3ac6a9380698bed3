create table deal_workflow (
    id                 binary(16)   not null,
    organisation_id    binary(16)   not null,
    name               varchar(120) not null,
    process_id         varchar(60)  not null,
    default_for        binary(16),
    current_version_id binary(16),
    version            int          not null,
    created_at         datetime(6)  not null,
    updated_at         datetime(6)  not null,
    constraint pk_deal_workflow primary key (id),
    constraint uq_deal_workflow_process unique (process_id),
    constraint uq_deal_workflow_default unique (default_for),
    constraint uq_deal_workflow_name unique (organisation_id, name),
    constraint fk_deal_workflow_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
