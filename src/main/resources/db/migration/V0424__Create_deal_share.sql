create table deal_share (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    deal_id         binary(16)   not null,
    user_id         binary(16)   not null,
    shared_by_name  varchar(200) not null,
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_deal_share primary key (id),
    constraint uq_deal_share unique (deal_id, user_id),
    constraint fk_deal_share_deal foreign key (deal_id) references deal (id),
    constraint fk_deal_share_user foreign key (user_id) references app_user (id),
    index ix_deal_share_user (organisation_id, user_id, deal_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
