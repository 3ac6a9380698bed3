create table deal_file (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    deal_id         binary(16)   not null,
    file_id         binary(16)   not null,
    shared          boolean      not null,
    author_user_id  binary(16),
    author_name     varchar(200) not null,
    author_kind     varchar(20)  not null,
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_deal_file primary key (id),
    constraint fk_deal_file_deal foreign key (deal_id) references deal (id),
    constraint fk_deal_file_file foreign key (file_id) references stored_file (id),
    index ix_deal_file_deal (deal_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
