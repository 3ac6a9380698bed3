create table org_unit (
    id                 binary(16)   not null,
    organisation_id    binary(16)   not null,
    name               varchar(200) not null,
    partner_account_id binary(16),
    version            int          not null,
    created_at         datetime(6)  not null,
    updated_at         datetime(6)  not null,
    constraint pk_org_unit primary key (id),
    constraint uq_org_unit_name unique (organisation_id, name),
    constraint fk_org_unit_organisation foreign key (organisation_id) references organisation (id),
    index ix_org_unit_partner_account (organisation_id, partner_account_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
