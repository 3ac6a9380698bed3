create table organisation_settings (
    id               binary(16)  not null,
    organisation_id  binary(16)  not null,
    country          char(2)     not null,
    currency         char(3)     not null,
    version          int         not null,
    created_at       datetime(6) not null,
    updated_at       datetime(6) not null,
    constraint pk_organisation_settings primary key (id),
    constraint uq_organisation_settings_organisation unique (organisation_id),
    constraint fk_organisation_settings_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
