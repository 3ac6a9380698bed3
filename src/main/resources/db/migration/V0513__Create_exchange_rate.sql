create table exchange_rate (
    id              binary(16)     not null,
    organisation_id binary(16)     not null,
    currency        char(3) character set utf8mb4 collate utf8mb4_bin not null,
    home_currency   char(3) character set utf8mb4 collate utf8mb4_bin not null,
    rate            decimal(24, 12) not null,
    version         int            not null,
    created_at      datetime(6)    not null,
    updated_at      datetime(6)    not null,
    constraint pk_exchange_rate primary key (id),
    constraint uq_exchange_rate unique (organisation_id, home_currency, currency),
    constraint fk_exchange_rate_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
