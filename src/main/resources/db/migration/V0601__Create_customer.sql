create table customer (
    id                 binary(16)  not null,
    organisation_id    binary(16)  not null,
    user_id            binary(16)  not null,
    org_unit_id        binary(16)  not null,
    partner_account_id binary(16),
    version            int         not null,
    created_at         datetime(6) not null,
    updated_at         datetime(6) not null,
    constraint pk_customer primary key (id),
    constraint uq_customer_user unique (organisation_id, user_id),
    constraint fk_customer_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_customer_user foreign key (user_id) references app_user (id),
    constraint fk_customer_org_unit foreign key (org_unit_id) references org_unit (id),
    index ix_customer_partner_account (organisation_id, partner_account_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
