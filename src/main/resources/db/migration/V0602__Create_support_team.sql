create table support_team (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    name            varchar(200) not null,
    lead_user_id    binary(16)   not null,
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_support_team primary key (id),
    constraint uq_support_team_name unique (organisation_id, name),
    constraint fk_support_team_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_support_team_lead foreign key (lead_user_id) references app_user (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
