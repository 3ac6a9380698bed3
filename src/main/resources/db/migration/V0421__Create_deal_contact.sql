create table deal_contact (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    deal_id         binary(16)   not null,
    first_name      varchar(100) not null,
    last_name       varchar(100) not null,
    email           varchar(254) not null,
    phone           varchar(40)  not null,
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_deal_contact primary key (id),
    constraint fk_deal_contact_deal foreign key (deal_id) references deal (id),
    index ix_deal_contact_deal (deal_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
