create table deal_notice (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    deal_id         binary(16)   not null,
    user_id         binary(16)   not null,
    message         varchar(500) not null,
    read_at         datetime(6),
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_deal_notice primary key (id),
    constraint fk_deal_notice_deal foreign key (deal_id) references deal (id),
    constraint fk_deal_notice_user foreign key (user_id) references app_user (id),
    index ix_deal_notice_user (organisation_id, user_id, read_at, id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
