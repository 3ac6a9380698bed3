create table portal_settings (
    id               binary(16)  not null,
    organisation_id  binary(16)  not null,
    portal_enabled   boolean     not null,
    mail_partner_added boolean   not null,
    mail_deal_shared boolean     not null,
    version          int         not null,
    created_at       datetime(6) not null,
    updated_at       datetime(6) not null,
    constraint pk_portal_settings primary key (id),
    constraint uq_portal_settings_organisation unique (organisation_id),
    constraint fk_portal_settings_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
